"""English reports of any war: the same deed as a verb, a noun, a passive, a state; and everyday English that tells none."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Forty dead, said the mayor of Goma on Sunday.", "killing"),
        ("Aid workers counted more than 60 civilians dead in the streets of Bentiu.", "killing"),
        ("Two nurses were among the dead, the agency said.", "killing"),
        ("The real toll is far higher, residents of Mopti say.", "killing"),
        ("Up to 200,000 people are thought to have died since the conflict in Darfur broke out.", "killing"),
        ("Doctors said 70 wounded fighters had been admitted to the hospital in Misrata since Friday.", "killing"),
        ("Militants shed the blood of worshippers in Kano.", "killing"),
        ("Human losses were heavy in Aden, the governor said.", "killing"),
        ("The rebels buried 22 of their comrades in Kidal.", "killing"),
        ("The army is determined to crush the insurgents in the north.", "offensive"),
        ("Nigeria is committed to defeating Boko Haram.", "offensive"),
        ("The president vowed to defeat the M23 rebels.", "offensive"),
        ("The war against the Taliban will go on, the minister said.", "offensive"),
        ("The army's campaign to wipe out the Tamil Tigers entered its last phase.", "offensive"),
        ("Russia completed its operation in Georgia on Tuesday.", "offensive"),
        ("Army units crossed the Dnieper on pontoons on Monday.", "offensive"),
        ("The French air force joined the fight against Islamic State in Iraq.", "offensive"),
        ("Mines have slowed the advance on Raqqa.", "offensive"),
        ("Kenya poured troops across the border into Somalia.", "offensive"),
        ("The security forces intend to eliminate the last pockets of resistance in Homs.", "offensive"),
        ("The coalition is working to degrade and destroy the Islamic State group.", "offensive"),
        ("The special forces set out from Kirkuk in March to retake the oilfields.", "offensive"),
        ("Iraqi forces completed the re-taking of Tikrit.", "capture"),
        ("Kobane is free, Kurdish fighters said.", "capture"),
        ("Lyman was taken in May by Russian forces.", "capture"),
        ("The junta's regional command fell to the resistance.", "capture"),
        ("The fighters' wages came from the United Arab Emirates.", "support"),
        ("Portugal will send 60 instructors to Mozambique.", "support"),
        ("The United States was a strong backer of the Kabul government.", "support"),
        ("Western backers of the government in Mogadishu met in London.", "support"),
        ("Sudan gave sanctuary to the Chadian rebels.", "support"),
        ("Washington says the strike came from government forces.", "accusation"),
        ("The minister said the raid was the work of foreign agents.", "accusation"),
        ("The governor said the raid served the interests of the terrorists.", "accusation"),
        ("Witnesses pointed to Wagner mercenaries.", "accusation"),
        ("The raids are part of a systematic plan to empty the quarter, the coalition said.", "accusation"),
        ("Experts see the hand of Russia in the coup.", "accusation"),
        ("The United Nations suspects Rwanda of arming the rebels.", "accusation"),
        ("The president says the opposition is plotting a coup.", "accusation"),
        ("Eritrean soldiers have been seen in the town of Shire.", "deployment"),
        ("Residents spotted Rwandan troops near Bunagana.", "deployment"),
        ("The UN could not verify the presence of Ethiopian troops on Sudanese soil.", "deployment"),
        ("Poland asked the alliance to strengthen its eastern flank.", "deployment"),
        ("The rebels have moved closer to government lines.", "deployment"),
        ("A convoy of 40 army trucks left Gao for Kidal.", "deployment"),
        ("The army's entry into the town was peaceful.", "deployment"),
        ("The junta let mercenaries into the country.", "deployment"),
        ("Joint patrols are to keep order in the city.", "deployment"),
        ("Russian warships were sighted off Latakia.", "deployment"),
        ("Around 300,000 are displaced in Cabo Delgado, the UN says.", "displacement"),
        ("The general gave the inhabitants two days to get out.", "displacement"),
        ("Militias drove the Bengalis out of the valley in 1983.", "displacement"),
        ("Most of the townspeople have run away.", "displacement"),
        ("The secretary of state raised the raids in a call with his Turkish counterpart.", "negotiation"),
        ("Washington is sending a senior diplomat to Kigali and Kinshasa.", "negotiation"),
        ("Kinshasa hopes to work with Kigali to solve the crisis.", "negotiation"),
        ("An emergency meeting of the Security Council is expected on Monday.", "negotiation"),
        ("It is time for both sides to get to the table.", "negotiation"),
        ("A meeting of envoys on Libya is set to take place at Berlin.", "negotiation"),
        ("The sides worked out a plan with the French president.", "negotiation"),
        ("The coalition repeated its call to build an alliance against the regime.", "appeal"),
        ("The UNHCR asked Kampala to keep the border open.", "appeal"),
        ("Mali requested air strikes by France.", "appeal"),
        ("The people of the enclave expect the international community to act.", "appeal"),
        ("Hundreds of people left the enclave through humanitarian corridors.", "evacuation"),
        ("Foreign guests were flown out first.", "evacuation"),
        ("The last 40 peacekeepers were airlifted from the base.", "evacuation"),
        ("Concern over Eritrea is growing.", "criticism"),
        ("The sentences show a complete disregard for international law, Berlin said.", "criticism"),
        ("The strike is a war crime, the envoy said.", "criticism"),
        ("The raid constitutes an affront to our sovereignty, an official said.", "criticism"),
        ("The former UN chief called the situation in Sudan catastrophic.", "criticism"),
        ("The response of the world was lukewarm, the coalition said.", "criticism"),
        ("The minister warned that the bombing undermines all chances of peace.", "criticism"),
        ("The world allowed the crime to go unpunished, the lawyer said.", "criticism"),
        ("The vote was a sham, said Kyiv.", "criticism"),
        ("Britain condemns the militants' treatment of women in Raqqa.", "coercion"),
        ("Survivors told of the ill treatment of prisoners.", "coercion"),
        ("We heard of the horrendous treatment of the Rohingya.", "coercion"),
        ("The group brutalises all who reject its rule.", "coercion"),
        ("The junta cracked down on pro-democracy protests.", "coercion"),
        ("Protests against the president were violently suppressed.", "coercion"),
        ("Gunmen forced dozens of villagers into a school.", "coercion"),
        ("The army brutally put down an uprising in the south in 1991.", "coercion"),
        ("The army denies that it used such weapons in the town.", "chemical-attack"),
        ("The rebels admitted to using forbidden weapons against Kurdish fighters.", "chemical-attack"),
        ("Warplanes targeted the village with chlorine.", "chemical-attack"),
        ("Yellow gas rose over the district, a video shows.", "chemical-attack"),
        ("People died of what was believed to be a nerve agent.", "chemical-attack"),
        ("The quarter was shelled with poison gas.", "chemical-attack"),
        ("The army cut the enclave into two parts.", "siege"),
        ("One shell landed on a mosque during prayers.", "shelling"),
        ("The quarter came under fire overnight.", "shelling"),
        ("Fire resumed early on Tuesday in the outskirts of Donetsk.", "shelling"),
        ("The barrage on Kharkiv went on all night.", "shelling"),
        ("The missiles fired from a warplane wounded 25 people.", "airstrike"),
        ("The regime bombarded Houthi hideouts from the air.", "airstrike"),
        ("The truce brokered by Norway in 2002 was torn up.", "ceasefire"),
        ("Ankara bears full blame for the bloodshed in Afrin, the Kurdish council said.", "accusation"),
        ("Aid groups protest at the obstruction of relief in Rakhine.", "siege"),
        ("The encirclement of Bakhmut is nearly complete.", "siege"),
        ("The whole garrison of Mengo was put to death.", "killing"),
        ("Both sides must settle the border dispute by talks, Cairo said.", "appeal"),
        ("Kampala repatriated 3,000 refugees last week.", "return"),
        ("General Salou founded a new alliance in Kidal.", "split"),
        ("The African Union suspended Sudan after the coup.", "sanction"),
        ("The agency delivered 40 tonnes of rice to Maiduguri.", "aid"),
        ("The Security Council renewed the mandate of the mission in Mali.", "vote"),
        ("Soldiers violated dozens of women in Minova.", "sexual-violence"),
        ("A company of marines has encamped above the port of Bossaso.", "base"),
        ("Rangers said poachers shot nine elephants in Garamba.", "crime"),
        ("A bus veered off the road near Kabul.", "accident"),
        ("Sappers stumbled on a cache in a well near Sinjar.", "discovery"),
        ("Youths pelted the police with stones in Bastia.", "riot"),
    ],
)
def test_a_deed_is_found_in_the_words_of_english_papers(read: Reads, sentence: str, type: str) -> None:
    assert type in read(sentence).types


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("A dead whale washed up on the beach of Muscat.", "killing"),
        ("Dead leaves covered the park in Geneva.", "killing"),
        ("The treatment of waste water costs the city millions.", "coercion"),
        ("Tourists were seen in the old town of Dubrovnik.", "deployment"),
        ("The two bands work together to find a new sound.", "negotiation"),
        ("Fans flew to Doha for the final.", "negotiation"),
        ("A presence of mind saved the driver.", "deployment"),
        ("Heavy rain kept the airport closed.", "siege"),
        ("The restaurant is surrounded by hills and vineyards.", "siege"),
        ("The singer is a backer of young talent.", "support"),
        ("He was among the winners.", "killing"),
        ("The museum found traces of old paint.", "chemical-attack"),
        ("The company's operation in Ghana was completed on Monday.", "offensive"),
        ("The team crushed its opponents in the cup.", "offensive"),
        ("The baker delivered bread to the palace kitchen for years, his son sells it online.", "attack"),
        ("The bank plans to cut the currency into two zones.", "siege"),
    ],
)
def test_everyday_english_that_borrows_the_words_tells_no_deed(read: Reads, sentence: str, type: str) -> None:
    assert type not in read(sentence).types


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("Some 90,000 people have been killed since the war broke out in Yemen.", {"killing", "clash"}),
        (
            "Al-Shabaab executed a pilot near Kismayo after his helicopter was shot down by Kenyan troops.",
            {"killing", "attack"},
        ),
        ("The truce brokered by Qatar in May collapsed.", {"violation", "ceasefire"}),
        ("The blast at the market in Baidoa caused huge destruction.", {"bombing", "destruction"}),
        ("Helicopters dropped chlorine on the town of Saraqib.", {"chemical-attack", "airstrike"}),
        ("The junta cracked down on protests in Yangon.", {"coercion", "protest"}),
    ],
)
def test_two_deeds_of_one_sentence_are_both_told(read: Reads, sentence: str, types: set[str]) -> None:
    assert types <= set(read(sentence).types)


def test_an_attack_in_a_sentence_of_gas_is_one_with_gas(read: Reads) -> None:
    assert "chemical-attack" in read("The attack left forty people gasping; doctors in Zubair spoke of sarin.").types


def test_a_terrorist_attack_has_the_means_told_before_it(read: Reads) -> None:
    told = read("A car bomb exploded in Mogadishu. This terrorist attack aims to divide us, the mayor said.")
    assert set(told.types) == {"bombing"}


def test_who_says_that_another_did_it_accuses(read: Reads) -> None:
    told = read("The raid was the work of Rwandan soldiers, Burundi said.")
    assert told.claim("accusation").actors
