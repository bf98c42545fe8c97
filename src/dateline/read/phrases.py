"""The words that page furniture is made of, as patterns in English, French, Arabic and Russian; pure data."""

import re

__all__ = [
    "AGENCY",
    "CAPTION_CREDIT",
    "HEADINGS",
    "INLINE",
    "LINES",
    "LINE_CAPTIONS",
    "PICTURE_CREDIT",
    "SELF_DESCRIPTION",
    "SENTENCES",
    "TAGS",
    "TAILS",
]

AGENCY = (
    r"(?:AFP|AP|Reuters|REUTERS|Getty(?: Images)?|EPA|ANSA|DPA|dpa|Xinhua|TASS|SANA|Sana|AA|"
    r"Anadolu(?: Agency)?|Sputnik|"
    r"RIA(?: Novosti)?|Ruptly|TRT ?World|IRNA|FNA|Fars|Twitter|Facebook|YouTube|Youtube|Telegram|"
    r"Instagram|Associated Press|"
    r"Agence France-Presse|Al[ -]Jazeera|CNN|BBC|UNHCR|UNICEF|OCHA|Archive|Archives|File|HO|DR|ТАСС|"
    r"РИА Новости|رويترز|"
    r"أ ?ف ?ب|سانا|الأناضول|تويتر|فيسبوك)"
)

# Whole lines, at most a few dozen words long.
LINES = re.compile(
    r"(?:"
    r"©|\(c\)\s|copyright\b|all rights reserved|tous droits réservés|все права защищены|"
    r"جميع الحقوق محفوظة|حقوق النشر|"
    r"(?:photo|image|picture|video|file photo|credit|photo credit|cover image|illustration|"
    r"crédits? ?photos?|légende|"
    r"photographie|vidéo|фото|видео|иллюстрация|صورة|الصورة|فيديو|تصوير)s?\s*[:：/©|]|"
    r"sources?\s*[:：]|(?:avec|with) (?:AFP|Reuters|AP|agenc)|источник\s*[:：]|المصدر\s*[:：]|"
    r"(?:click|tap|subscribe|sign up|follow us|join us|like us|share (?:this|on|via)|tweet this|"
    r"email this|print this)\b|"
    r"share$|tweet$|print$|email$|comments?$|partager$|imprimer$|commenter$|поделиться|подписывайтесь|"
    r"شارك|مشاركة$|تابعونا|تابعنا|"
    r"(?:abonnez-vous|suivez-nous|partagez|cliquez|inscrivez-vous)\b|"
    r"(?:tags?|mots-clés|keywords|теги|ключевые слова|وسوم|الوسوم|كلمات مفتاحية)\s*[:：]|"
    r"posted (?:on|by|in)\b|publié (?:dans|par)\b|filed under\b|categor(?:y|ies)\s*[:：]|"
    r"(?:this (?:post|article|story) is part of|ce (?:billet|texte|article) fait partie (?:du|de)|"
    r"эта (?:статья|публикация) — часть|هذ[اه] (?:المقال|التدوينة|المقالة) جزء من)\b|"
    r"(?:reporting|writing|editing|additional reporting) by\b|edited by\b|translated by\b|traduit (?:par|de)\b|"
    r"(?:read|see|watch)(?: more| also)?\s*[:：]|read (?:more|also)\b|also read\b|(?:à )?lire aussi\b|"
    r"voir aussi\b|lire (?:la suite|plus)\b|"
    r"en savoir plus\b|читайте также|читать далее|اقرأ (?:أيضا|المزيد|أيضًا|ايضا)|إقرأ|"
    r"advertisement$|publicité$|реклама$|إعلان$|\(?(?:avertissement|warning|attention)\s*[:：]|"
    r"https?://\S+$|www\.\S+$"
    r")",
    re.IGNORECASE,
)
# Headings of lists of other pieces: they and the unfinished lines under them.
HEADINGS = re.compile(
    r"(?:(?:latest|related|recommended|more|top|breaking|most read|popular|other)\s*(?:news|stories|"
    r"articles|posts|headlines|topics)?|"
    r"you (?:may|might) also like|see also|read also|read more|à lire aussi|lire aussi|articles liés|"
    r"sur le même (?:sujet|thème)|"
    r"dernières (?:nouvelles|actualités|infos)|voir aussi|по теме|читайте также|последние новости|"
    r"أخبار ذات صلة|مواضيع ذات صلة|اقرأ أيضا|اقرأ أيضًا|آخر الأخبار)\s*[:：.…]*",
    re.IGNORECASE,
)
# A line of few words without a final stop that names a picture, film or map instead of telling.
LINE_CAPTIONS = re.compile(
    r"(?:(?:an? |the |une? |la |les? |l['’])?(?:images?|photos?|pictures?|videos?|vidéos?|photographs?|"
    r"photographies?|screenshots?|"
    r"stills?|captures? d['’]écran|cartes?|maps?|infograph(?:ic|ie)s?)\s+(?:of|from|by|de|du|des|d['’]|"
    r"par|via|show(?:s|ing))|"
    r"(?:this|a) handout (?:photo|picture|image)|кадр из|снимок|صور[ةه]? (?:من|ل)|لقطة)",
    re.IGNORECASE,
)
# Whole sentences, wherever they stand.
SENTENCES = re.compile(
    r"(?:\[[^\[\]]{0,200}\b(?:ici|here|below|above|ci-dessous|en anglais|en arabe|in english|in arabic|fr|"
    r"en|ar|هنا|здесь)\.?\]\.?|"
    r"\((?:source|with|avec|photo|credit|crédit|reporting|writing|click|cliquez|file|"
    r"source de)\b[^()]{0,80}\)\.?(?:\s*(?:Twitter|Facebook))?|"
    r"(?:other |news )?agencies contributed\b.{0,60}|agencies\.?|see (?:below|above)\.?|انظر أدناه\.?|"
    r"voir ci-dessous\.?|"
    r"source [A-Z]\w+(?: (?:and|World|News|agencies|\w+)){0,4}|with (?:AFP|AP|Reuters|agencies)\b.{0,40}|"
    r"(?:please )?(?:follow|like|join|subscribe to|find) us (?:on|at)\b.{0,120}|(?:twitter|facebook|"
    r"youtube|whatsapp|telegram)[.!]?|"
    r"(?:comment|share|tweet) (?:via|on) (?:facebook|twitter)\b.{0,120}|all rights reserved\.?|"
    r"click (?:here|to enlarge)\b.{0,80}|"
    r"(?:\(?(?:reporting|writing|editing|additional reporting) by\b).{0,300}|our standards:.{0,80}|"
    r"ce (?:billet|texte|article) fait partie (?:du|de)\b.{0,200}|this (?:post|article|"
    r"story) is part of\b.{0,200})",
    re.IGNORECASE,
)
# From here to the end of the line nothing but furniture follows, when it stands in the line's last part.
TAILS = re.compile(
    r"(?:\bFollow us on\b|\bFOLLOW [A-Z]{3,}|\bLike Follow\b|\bCopyright\b(?=[^.]{0,20}\d{4})|©|"
    r"\bAll rights reserved\b|\bRelated (?:News|Stories|Articles)\b|"
    r"\bCommunity standards|\bComment via\b|\bRead Also\b|\bRead also\b|\bREAD MORE\b|\bOur Standards:|"
    r"\bAgencies contributed\b|"
    r"\(?\bReporting by [A-Z]|\bSource:? TRT ?World|\bSource:? (?:Reuters|AFP|AP|agencies|Agencies)\b|"
    r"\(Source\s*:|"
    r"\(With (?:AFP|Reuters|AP|agenc)|\bLast [Uu]pdated?\s*:|\bPrivacy Policy\b|\bTerms of Use\b|"
    r"\bShare (?:this|on)\b|"
    r"\bLire aussi\b|\bSuivez-nous\b|\bTous droits réservés\b|Читайте также|Подписывайтесь|اقرأ أيض|"
    r"تابعونا|جميع الحقوق)",
)
# Marks inside a line: short, and cut out wherever they stand.
INLINE = re.compile(
    r"(?:\(updated \d{3,4}[^)]{0,20}\)|\bGet short URL(?:\s+\d{1,6}){0,4}|\bSEND https?\S+|"
    r"\bSHARE\b(?=\s+[A-Z])|\[?\(?Click to enlarge[\])]?|"
    r"\bTimelineJS Embed\b|\bTimeline ?JS\b|https?://\S+|(?<=[.!?\"”])\s?[-–—]\s?(?:AFP|REUTERS|Reuters|"
    r"AP|SANA|NNA|TASS|agencies)\b\.?)"
)
TAGS = re.compile(r"\bTags?:?\s+(?=[A-Za-zÀ-ÿ])")
# A picture's credit behind its caption: "[AFP]", "(Reuters Photo)", "(TRT World and Agencies)".
CAPTION_CREDIT = re.compile(
    rf"\s?[\[(](?:photo|file photo|image|source|via|courtesy of)?[:/ ]{{0,2}}{AGENCY}(?:\s*(?:/|and|-|,|"
    rf"via)\s*[\w. ]{{2,40}})?"
    r"(?:[ /-]?(?:photos?|images?|pictures?|file|handout|archives?|Agencies))?[\])](?!\s*[-–—.,;:])",
    re.IGNORECASE,
)
PICTURE_CREDIT = re.compile(r"\b(?:photos?|images?|pictures?|handout)\b", re.IGNORECASE)
# The outlet's words on itself at the end.
SELF_DESCRIPTION = re.compile(
    r"(?:\b(?:is|was|est)\s+(?:the|an?|la|le|une?)\b[^.]{0,120}\b(?:news ?paper|daily|weekly|news agency|"
    r"agency for news|broadcaster|magazine|"
    r"news (?:site|website|network|outlet|portal|channel|service)|news and information|quotidien|journal|"
    r"site d['’]information|agence de presse|"
    r"chaîne d['’]information|periodical)\b|"
    r"^(?:Launched|Founded|Established|Fondée?|Créée?) (?:in|en|by|par)\b[^.]{0,160}\b(?:newspaper|"
    r"publication|broadcaster|agency|network|"
    r"journal|quotidien|readers|lecteurs|audience)\b|"
    r"^(?:About us|About the author|À propos de nous|Qui sommes-nous|О нас|من نحن)\b|"
    r"информационное агентство,? (?:основан|создан)|"
    r"(?:هي|هو) (?:وكالة أنباء|صحيفة|قناة إخبارية|موقع إخباري))",
    re.IGNORECASE,
)
