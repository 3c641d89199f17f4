"""Set pages with WeasyPrint alone: ``python -m tests.bench.bare 1.html 1.conf 2.html 2.conf``.

Each page comes with its configuration of fonts. Nothing of Polyleaf's typesetter is loaded, which
sets lines otherwise and remembers what it measured. Prints seconds by the clock and of processor.
"""

import os
import sys
import time
from pathlib import Path


def main(files: list[str]) -> None:
    """Set the pages one after another, once WeasyPrint is loaded."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    begin, spent = time.perf_counter(), time.process_time()
    fonts: dict[str, FontConfiguration] = {}
    for page, configuration in zip(files[::2], files[1::2], strict=True):
        if configuration not in fonts:
            os.environ["FONTCONFIG_FILE"] = configuration
            fonts[configuration] = FontConfiguration()
        html = HTML(string=Path(page).read_text(encoding="utf-8"))
        html.write_pdf(font_config=fonts[configuration], pdf_variant="pdf/ua-1")
    print(time.perf_counter() - begin, time.process_time() - spent)


if __name__ == "__main__":
    main(sys.argv[1:])
