"""French words of what is said, asked, agreed and done in the street, as agencies and newspapers write them."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Paris a vivement réagi à l'expulsion de l'ambassadeur par la junte nigérienne.", "criticism"),
        ("Vives réactions à l'étranger après le coup d'État au Burkina Faso.", "criticism"),
        ("Le porte-parole du Quai d'Orsay a jugé « inadmissible » le blocage des convois.", "criticism"),
        ("Les ONG ont tiré la sonnette d'alarme sur le risque de famine au Yémen.", "criticism"),
        ("Tripoli a fait porter la responsabilité du carnage à l'Otan.", "accusation"),
        ("L'opposition crie à la fraude à Conakry.", "accusation"),
        ("L'ONU désigne les rebelles du M23 comme responsables du massacre de Kishishe.", "accusation"),
        ("L'ONU a une nouvelle fois plaidé pour une désescalade au Liban.", "demand"),
        ("Londres a prié Tripoli de cesser les bombardements.", "demand"),
        ("La France a mis en garde Ankara contre toute intervention à Manbij.", "demand"),
        ("L'armée israélienne a ordonné aux habitants de Khan Younès d'évacuer vers l'ouest.", "demand"),
        ("Kiev réclame des chars Leopard à Berlin.", "appeal"),
        ("Bangui a fait appel à la Russie pour contrer les rebelles.", "appeal"),
        ("Le Liban a saisi le Conseil de sécurité après la frappe israélienne.", "appeal"),
        ("La Cédéao n'exclut pas une intervention militaire au Niger.", "threat"),
        ("Israël se dit prêt à frapper l'Iran.", "threat"),
        ("« La vengeance sera terrible », ont prévenu les talibans.", "threat"),
        ("La junte est restée sourde aux appels à libérer le président Bazoum.", "refusal"),
        ("Kigali s'y oppose fermement.", "refusal"),
        ("Pas de négociations avec les terroristes, a tranché le président algérien.", "refusal"),
        ("Les Houthis n'ont pas donné suite à la proposition de l'ONU.", "refusal"),
        ("« Nous n'avons rien à voir avec cette attaque », a assuré le porte-parole des talibans.", "denial"),
        ("Ankara assure ne pas viser les civils à Afrine.", "denial"),
        ("Le Rwanda a rejeté en bloc les conclusions des experts de l'ONU.", "denial"),
        ("L'État islamique en Afrique de l'Ouest s'est attribué l'attaque de Diffa.", "claim-responsibility"),
        ("Le M23 a dit être responsable de l'embuscade de Rutshuru.", "claim-responsibility"),
        ("La décision de Bamako a été mal accueillie à Paris.", "criticism"),
        ("Il faut que les armes se taisent, a déclaré le pape.", "demand"),
        ("Le maire de Marioupol lance un SOS.", "appeal"),
        ("« Vous le paierez cher », a lancé le chef de gang Barbecue.", "threat"),
        ("Abou Dhabi récuse tout envoi d'armes au Soudan.", "denial"),
        ("« Mensonges de la propagande occidentale », a rétorqué le général Haftar.", "denial"),
    ],
)
def test_what_french_reports_say_was_said(read: Reads, sentence: str, type: str) -> None:
    assert type in read(sentence, "fr").types


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Kigali prête main-forte aux rebelles du M23.", "support"),
        ("Grâce à l'aide de l'aviation russe, l'armée syrienne a progressé.", "support"),
        ("Le face-à-face entre les deux généraux à Djeddah n'a rien donné.", "negotiation"),
        ("Une réunion de crise s'est tenue à Accra sur le Niger.", "negotiation"),
        ("Les belligérants soudanais se sont assis à la même table à Genève.", "negotiation"),
        ("Le gouvernement a accédé aux demandes des mutins de Bouaké.", "agreement"),
        ("L'Arabie saoudite et l'Iran renouent leurs relations diplomatiques.", "agreement"),
        ("Les rebelles ont suspendu leur avancée vers Bangui.", "ceasefire"),
        ("Les hostilités ont pris fin à Stepanakert.", "ceasefire"),
        ("La trêve n'aura duré que deux heures à Khartoum.", "violation"),
        ("Bamako a mis fin à l'accord d'Alger.", "violation"),
        ("« Rendez-vous ou mourez », a lancé l'armée aux miliciens d'Abidjan.", "ultimatum"),
        ("Les casques bleus sommés de quitter le Mali avant le 31 décembre.", "ultimatum"),
        ("Les rebelles sont entrés dans Bouaké sans rencontrer de résistance.", "handover"),
        ("Les clés de la base ont été remises aux Nigériens.", "handover"),
        ("Les convois ont été autorisés à entrer au Tigré par l'Afar.", "corridor"),
        ("Élargissement de cinquante détenus politiques au Tchad.", "prisoner-exchange"),
        ("L'ex-otage a atterri à Villacoublay.", "prisoner-exchange"),
        ("Le chef du Hamas est au Caire pour parler de la trêve.", "negotiation"),
        ("Khartoum et le SPLM-N ont signé une déclaration de principes à Juba.", "agreement"),
        ("Les combats ont repris, mettant fin à une trêve de six jours.", "violation"),
        ("La junte a 48 heures pour libérer le président.", "ultimatum"),
    ],
)
def test_what_french_reports_say_was_dealt(read: Reads, sentence: str, type: str) -> None:
    assert type in read(sentence, "fr").types


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("La Cédéao a fermé ses frontières avec le Mali.", "sanction"),
        ("L'ambassadeur de France a été déclaré persona non grata à Niamey.", "sanction"),
        ("Le Niger suspendu de l'Union africaine.", "sanction"),
        ("Le Conseil de sécurité autorise le déploiement d'une force en Haïti.", "vote"),
        ("Le texte a recueilli treize voix au Conseil de sécurité.", "vote"),
        ("Le mandat de la Minusma a été prolongé d'un an par le Conseil de sécurité.", "vote"),
        ("Kigali voit d'un bon œil la médiation angolaise.", "praise"),
        ("La Ligue arabe a apporté son soutien à la résolution de l'ONU.", "praise"),
        ("Marée humaine à Alger contre le pouvoir.", "protest"),
        ("Les femmes de Bukavu ont marché en silence.", "protest"),
        ("Mobilisation à Tel-Aviv pour la libération des otages.", "protest"),
        ("Des manifestants ont saccagé l'ambassade de France à Ouagadougou.", "riot"),
        ("Des pneus ont été brûlés et des barricades érigées à Abidjan.", "riot"),
        ("Les autorités ont coupé internet à N'Djamena.", "coercion"),
        ("Des habitants forcés de creuser des tranchées par les M23 à Kibumba.", "coercion"),
        ("L'ancien chef rebelle Dominic Ongwen a été reconnu coupable par la CPI.", "investigation"),
        ("Des enquêteurs de l'ONU se sont rendus à Moura.", "investigation"),
        ("Les FSR ont formé un gouvernement parallèle à Nairobi.", "split"),
        ("Un nouveau groupe armé a vu le jour au Tchad.", "split"),
        ("Fondée en 1992, la guérilla compte deux mille hommes en Colombie.", "split"),
        ("Des pirates ont arraisonné un pétrolier dans le golfe de Guinée.", "crime"),
        ("Des voleurs de bétail ont emporté cent vaches à Marsabit.", "crime"),
        ("Une centaine de prisonniers se sont évadés à Kananga.", "other"),
        ("Les militaires ont pris le pouvoir à Ouagadougou.", "other"),
        ("Les avoirs du général Al-Werfalli ont été gelés.", "sanction"),
        ("Le Sénat nigérian a rejeté l'envoi de troupes au Niger.", "vote"),
        ("Le pape s'est dit heureux de la libération des religieuses.", "praise"),
        ("Plusieurs centaines de personnes rassemblées devant la Monusco à Goma.", "protest"),
        ("Le président a dissous le Parlement à Bissau.", "other"),
    ],
)
def test_what_french_reports_say_was_done(read: Reads, sentence: str, type: str) -> None:
    assert type in read(sentence, "fr").types


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Le film a reçu de bonnes critiques à Cannes.", "criticism"),
        ("Le prix du pain accuse une forte hausse à Tunis.", "accusation"),
        ("Le club réclame un nouvel entraîneur.", "demand"),
        ("Il a fait appel de sa condamnation devant la cour de Versailles.", "appeal"),
        ("Les inondations menacent les récoltes au Bangladesh.", "threat"),
        ("Le juge a rejeté la demande de mise en liberté.", "refusal"),
        ("Il s'est vu dénier l'accès au stade.", "denial"),
        ("Aucun soldat érythréen ne se trouve au Tigré, a soutenu le ministre éthiopien.", "support"),
        ("Les FSR ont formé un gouvernement parallèle à Nairobi.", "support"),
        ("Les syndicats négocient une hausse des salaires à l'usine de Sochaux.", "negotiation"),
        ("L'entreprise a signé un accord avec ses salariés.", "agreement"),
        ("La trêve hivernale protège les locataires à Paris.", "ceasefire"),
        ("Le club a donné deux jours au joueur pour répondre.", "ultimatum"),
        ("La route de la corniche a été rouverte après les travaux.", "corridor"),
        ("Le joueur a été sanctionné par la fédération.", "sanction"),
        ("Le jury a voté pour le chanteur.", "vote"),
        ("La critique a salué le film.", "praise"),
        ("Le défilé de mode a réuni mille personnes à Paris.", "protest"),
        ("Le débat a dégénéré à la télévision.", "riot"),
        ("Des enquêteurs de l'ONU se sont rendus à Moura.", "surrender"),
        ("L'enquête d'opinion donne le maire en tête.", "investigation"),
        ("Le groupe de rock s'est séparé.", "split"),
        ("Le directeur de l'usine a démissionné.", "other"),
    ],
)
def test_everyday_french_and_other_types_stay_what_they_are(read: Reads, sentence: str, type: str) -> None:
    assert type not in read(sentence, "fr").types
