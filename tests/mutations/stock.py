"""Small articles of the tests: one writes its citations out, one names doses."""

LITERAL = {
    "Low mood and harsh self-judgment feed each other (Beck, 1967).": {
        "es": "El ánimo bajo y la dureza con uno mismo se alimentan entre sí (Beck, 1967).",
        "ar": "تدني المزاج والقسوة على النفس يغذي كل منهما الآخر (Beck، 1967).",
        "ru": "Подавленность и суровость к себе подпитывают друг друга (Бек, 1967).",
        "zh_Hans": "情绪低落和对自己的苛责会互相助长（贝克，1967）。",
        "tr": "Düşük ruh hâli ile kendine karşı sertlik birbirini besler (Beck, 1967).",
    },
    "We can learn to handle strong feelings (Gross & Muñoz, 1995).": {
        "es": "Se puede aprender a manejar las emociones intensas (Gross y Muñoz, 1995).",
        "ar": "يمكننا أن نتعلم التعامل مع المشاعر القوية (Gross و Muñoz، ١٩٩٥).",
        "ru": "Мы можем научиться справляться с сильными чувствами (Gross и Muñoz, 1995).",
        "zh_Hans": "我们可以学会处理强烈的情绪（Gross 和 Muñoz，1995）。",
        "tr": "Güçlü duygularla başa çıkmayı öğrenebiliriz (Gross ve Muñoz, 1995).",
    },
    "Rejection by others can bring on depression (Slavich et al., 2009).": {
        "es": "El rechazo de los demás puede desencadenar una depresión (Slavich et al., 2009).",
        "ar": "قد يؤدي رفض الآخرين إلى الاكتئاب (Slavich وآخرون، 2009).",
        "ru": "Отвержение другими может вызвать депрессию (Slavich и др., 2009).",
        "zh_Hans": "被他人拒绝可能引发抑郁（Slavich 等，2009）。",
        "tr": "Başkaları tarafından reddedilmek depresyonu tetikleyebilir (Slavich vd., 2009).",
    },
    "Mikulincer and Shaver (2016) describe a safe base in childhood.": {
        "es": "Mikulincer y Shaver (2016) describen una base segura en la infancia.",
        "ar": "يصف Mikulincer و Shaver (2016) قاعدة آمنة في الطفولة.",
        "ru": "Микулинсер и Шейвер (2016) описывают надёжную основу в детстве.",
        "zh_Hans": "Mikulincer 和 Shaver（2016）描述了童年时期的安全基地。",
        "tr": "Mikulincer ve Shaver (2016), çocukluktaki güvenli bir temeli anlatır.",
    },
}

OTHERS = {"es": "et al.", "ar": "وآخرون", "ru": "и др.", "zh_Hans": "等", "tr": "vd."}
"""How each language of the stock says that there are further authors."""

DOSES = {
    "Adults often begin with 10 mg of the medicine a day.": {
        "es": "Las personas adultas suelen empezar con 10 mg del medicamento al día.",
        "ar": "كثيرًا ما يبدأ البالغون بجرعة 10 mg من الدواء في اليوم.",
        "ru": "Взрослые часто начинают с 10 мг лекарства в день.",
        "zh_Hans": "成年人通常从每天 10 毫克药物开始。",
    },
    "Drops of 2.5 mg are enough for older people.": {
        "es": "Para las personas mayores bastan gotas de 2,5 mg.",
        "ar": "تكفي كبار السن قطرات قدرها ٢٫٥ mg.",
        "ru": "Пожилым людям достаточно капель по 2,5 мг.",
        "zh_Hans": "老年人用 2.5 毫克的滴剂就够了。",
    },
    "Of 1,250 people, 24 slept badly for 13 weeks.": {
        "es": "De 1.250 personas, 24 durmieron mal durante 13 semanas.",
        "ar": "من بين ١٬٢٥٠ شخصًا، نام ٢٤ نومًا سيئًا مدة ١٣ أسبوعًا.",
        "ru": "Из 1 250 человек 24 плохо спали в течение 13 недель.",
        "zh_Hans": "在 1,250 人中，有 24 人在 13 周里睡眠不好。",
    },
    "In the first year, 988 people slept badly.": {
        "es": "En el primer año, 988 personas durmieron mal.",
        "ar": "في السنة الأولى نام ٩٨٨ شخصًا نومًا سيئًا.",
        "ru": "В первый год 988 человек спали плохо.",
        "zh_Hans": "第一年，有 988 人睡得不好。",
    },
}

AMOUNTS = {
    "Take ½ tablet, or 2½ tablets at night.": {
        "es": "Tome ½ tableta, o 2½ tabletas por la noche.",
        "de": "Nehmen Sie ½ Tablette, oder 2½ Tabletten am Abend.",
        "fr": "Prenez ½ comprimé, ou 2½ comprimés le soir.",
    },
    "A room of 20 m² holds CO₂ of 10⁻³ bar.": {
        "es": "Una sala de 20 m² tiene CO₂ de 10⁻³ bar.",
        "de": "Ein Raum von 20 m² hat CO₂ von 10⁻³ bar.",
        "fr": "Une pièce de 20 m² contient du CO₂ à 10⁻³ bar.",
    },
    "Fill 3/4 of the spoon; 10² units are in VI drops, in stage III.": {
        "es": "Llene 3/4 de la cuchara; en VI gotas hay 10² unidades, en el estadio III.",
        "de": "Füllen Sie 3/4 des Löffels; in VI Tropfen sind 10² Einheiten, im Stadium III.",
        "fr": "Remplissez 3/4 de la cuillère ; VI gouttes ont 10² unités, au stade III.",
    },
    "Never take more than 40 mg in 24 hours, and call at 38 °C.": {
        "es": "Nunca tome más de 40 mg en 24 horas, y llame si tiene 38 °C.",
        "de": "Nehmen Sie nie mehr als 40 mg in 24 Stunden, und rufen Sie bei 38 °C an.",
        "fr": "Ne prenez jamais plus de 40 mg en 24 heures, et appelez à 38 °C.",
    },
    "From 17:45 on April 5, 2026, 25 % of the people slept.": {
        "es": "Desde las 17:45 del 5 de abril de 2026 durmió el 25 % de las personas.",
        "de": "Ab 17:45 Uhr am 5. April 2026 schliefen 25 % der Menschen.",
        "fr": "À partir de 17 h 45 le 5 avril 2026, 25 % des gens ont dormi.",
    },
}
"""Amounts in three languages that write them differently."""
