"""Places that people name in place of a country lead to its code."""

from pipeline.records.states import place_in
from tests.rows import each_row


@each_row(
    ("word", "place", "country"),
    [
        ("Illinois", "Illinois", "US"),
        ("D.C.", "the District of Columbia", "US"),
        ("NYC", "NYC", "US"),
        ("Ontario", "Ontario", "CA"),
        ("new south wales", "New South Wales", "AU"),
        ("Northern Ireland", "Northern Ireland", "GB"),
        ("Bavaria", "Bavaria", "DE"),
        ("Bayern", "Bayern", "DE"),
        ("Cataluna", "Cataluña", "ES"),
        ("Ile de France", "Île-de-France", "FR"),
        ("دبي", "دبي", "AE"),
        ("Dubai", "Dubai", "AE"),
        ("Londres", "Londres", "GB"),
        ("Zürich", "Zürich", "CH"),
        ("Chicago, IL", "Chicago", "US"),
        ("Houston, Texas", "Houston", "US"),
        ("Texas, USA", "Texas", "US"),
        ("Washington DC", "Washington", "US"),
        ("Paris, France", "Paris", "FR"),
        ("US,CA", "", ""),
        ("US, GB", "", ""),
        ("us gb", "", ""),
        ("USA, Canada", "", ""),
        ("english", "", ""),
        ("", "", ""),
    ],
)
def test_a_place_is_in_its_country(word: str, place: str, country: str) -> None:
    assert place_in(word) == (place, country)
