/** What is known of names in other languages than English. Languages by BCP 47 primary tag. Written from general knowledge. */

/** Languages that write every noun with a capital: there a capital makes no name. */
export const NOUN_CAPITAL_LANGUAGES: ReadonlySet<string> = new Set(["de", "lb"]);

/** Names of countries that newsrooms use beside the official one: language, then name:country; "_" is a space. */
export const OTHER_COUNTRY_NAMES = `
de Großbritannien:United_Kingdom England:England Schottland:Scotland USA:United_States Palästina:Palestine Weißrussland:Belarus Elfenbeinküste:Ivory_Coast Kongo:Congo Nordmazedonien:North_Macedonia Moldau:Moldova Gaza:Gaza Gazastreifen:Gaza Krim:Crimea Tschetschenien:Chechnya
fr Grande-Bretagne:United_Kingdom Angleterre:England Écosse:Scotland USA:United_States Palestine:Palestine Birmanie:Myanmar RDC:Democratic_Republic_of_Congo Congo:Congo Gaza:Gaza Crimée:Crimea Tchétchénie:Chechnya Hollande:Netherlands Catalogne:Catalonia
es Gran_Bretaña:United_Kingdom Inglaterra:England Escocia:Scotland EE._UU.:United_States EE.UU.:United_States EEUU:United_States Palestina:Palestine Birmania:Myanmar Congo:Congo Gaza:Gaza Crimea:Crimea Chechenia:Chechnya Holanda:Netherlands Cataluña:Catalonia
pt Grã-Bretanha:United_Kingdom Inglaterra:England Escócia:Scotland EUA:United_States Palestina:Palestine Gaza:Gaza Crimeia:Crimea Holanda:Netherlands Irã:Iran Irão:Iran Vietnã:Vietnam Coreia_do_Norte:North_Korea Coreia_do_Sul:South_Korea
it Gran_Bretagna:United_Kingdom Inghilterra:England Scozia:Scotland USA:United_States Usa:United_States Palestina:Palestine Birmania:Myanmar Congo:Congo Gaza:Gaza Crimea:Crimea Cecenia:Chechnya Olanda:Netherlands Repubblica_Ceca:Czech_Republic
nl Groot-Brittannië:United_Kingdom Engeland:England Schotland:Scotland VS:United_States Amerika:United_States Palestina:Palestine Gaza:Gaza Krim:Crimea Tsjechië:Czech_Republic Wit-Rusland:Belarus
pl Wielka_Brytania:United_Kingdom Wielkiej_Brytanii:United_Kingdom Anglia:England Szkocja:Scotland USA:United_States Palestyna:Palestine Polsce:Poland Niemczech:Germany Niemiec:Germany Czech:Czech_Republic Czechach:Czech_Republic Chin:China Chinach:China Węgier:Hungary Węgrzech:Hungary Włoch:Italy Włoszech:Italy Francji:France Krym:Crimea Strefa_Gazy:Gaza Strefie_Gazy:Gaza Stanów_Zjednoczonych:United_States Stanach_Zjednoczonych:United_States
cs Velká_Británie:United_Kingdom Británie:United_Kingdom Anglie:England Skotsko:Scotland USA:United_States Palestina:Palestine Česko:Czech_Republic Česka:Czech_Republic Česku:Czech_Republic Krym:Crimea
sk Veľká_Británia:United_Kingdom Británia:United_Kingdom USA:United_States Česko:Czech_Republic Krym:Crimea
sv Storbritannien:United_Kingdom England:England Skottland:Scotland USA:United_States Palestina:Palestine Gaza:Gaza Krim:Crimea Vitryssland:Belarus
da Storbritannien:United_Kingdom England:England Skotland:Scotland USA:United_States Palæstina:Palestine Gaza:Gaza Hviderusland:Belarus
no Storbritannia:United_Kingdom England:England Skottland:Scotland USA:United_States Palestina:Palestine Gaza:Gaza Hviterussland:Belarus
fi Iso-Britannia:United_Kingdom Britannia:United_Kingdom Englanti:England USA:United_States Yhdysvaltain:United_States Yhdysvalloissa:United_States Yhdysvaltojen:United_States Palestiina:Palestine Gaza:Gaza
ro Marea_Britanie:United_Kingdom Anglia:England SUA:United_States Statele_Unite:United_States Palestina:Palestine Gaza:Gaza Crimeea:Crimea
hu Nagy-Britannia:United_Kingdom Anglia:England USA:United_States Palesztina:Palestine
tr İngiltere:United_Kingdom Britanya:United_Kingdom ABD:United_States Amerika:United_States Filistin:Palestine Gazze:Gaza Kırım:Crimea
id Inggris:United_Kingdom AS:United_States Amerika_Serikat:United_States Palestina:Palestine Gaza:Gaza
vi Mỹ:United_States Anh:United_Kingdom
uk США:United_States Британія:United_Kingdom Великобританія:United_Kingdom Великої_Британії:United_Kingdom Велика_Британія:United_Kingdom Англія:England Палестина:Palestine КНР:China КНДР:North_Korea Сполучених_Штатів:United_States Сполученими_Штатами:United_States Крим:Crimea Криму:Crimea Чечня:Chechnya Газа:Gaza РФ:Russia Південної_Кореї:South_Korea Північної_Кореї:North_Korea Росії:Russia Німеччини:Germany
ru США:United_States Великобритания:United_Kingdom Великобритании:United_Kingdom Англия:England Палестина:Palestine КНР:China РФ:Russia Крым:Crimea Крыму:Crimea Чечня:Chechnya Чечне:Chechnya Газа:Gaza Соединенных_Штатов:United_States Соединённых_Штатов:United_States Белоруссия:Belarus Белоруссии:Belarus Северная_Корея:North_Korea Северной_Кореи:North_Korea Южная_Корея:South_Korea Южной_Кореи:South_Korea Россией:Russia
be ЗША:United_States Расеі:Russia Расіі:Russia
bg САЩ:United_States Великобритания:United_Kingdom Англия:England Палестина:Palestine Крим:Crimea
sr САД:United_States Велика_Британија:United_Kingdom Палестина:Palestine
hr SAD:United_States Velika_Britanija:United_Kingdom Palestina:Palestine
sr SAD:United_States
el ΗΠΑ:United_States Βρετανία:United_Kingdom Μεγάλη_Βρετανία:United_Kingdom Παλαιστίνη:Palestine Γάζα:Gaza
ar أمريكا:United_States أميركا:United_States بريطانيا:United_Kingdom فلسطين:Palestine غزة:Gaza
he ארה"ב:United_States ארצות_הברית:United_States בריטניה:United_Kingdom עזה:Gaza
fa آمریکا:United_States انگلیس:United_Kingdom بریتانیا:United_Kingdom فلسطین:Palestine غزه:Gaza
hi अमेरिका:United_States ब्रिटेन:United_Kingdom फ़िलिस्तीन:Palestine गाज़ा:Gaza
zh 美国:United_States 英国:United_Kingdom 巴勒斯坦:Palestine 加沙:Gaza 台湾:Taiwan 香港:Hong_Kong 澳门:Macau 阿联酋:United_Arab_Emirates 刚果民主共和国:Democratic_Republic_of_Congo 克里米亚:Crimea 乌克兰:Ukraine 俄罗斯:Russia 美國:United_States 英國:United_Kingdom 俄羅斯:Russia 烏克蘭:Ukraine 以色列:Israel 伊朗:Iran 德國:Germany 法國:France 中國:China 韓國:South_Korea 臺灣:Taiwan 台灣:Taiwan 沙特:Saudi_Arabia
ja アメリカ:United_States 米国:United_States 英国:United_Kingdom イギリス:United_Kingdom 韓国:South_Korea 北朝鮮:North_Korea 中国:China 台湾:Taiwan パレスチナ:Palestine ガザ:Gaza クリミア:Crimea コンゴ民主共和国:Democratic_Republic_of_Congo
ko 미국:United_States 영국:United_Kingdom 한국:South_Korea 북한:North_Korea 팔레스타인:Palestine 가자지구:Gaza 대만:Taiwan
`;

/** International bodies by their names in other languages: canonical name | names, in any language. */
export const INTERNATIONAL_BODIES = `
United Nations|ООН,ONU,ΟΗΕ,OSN,OZN,VN,БМТ,BM,Vereinte Nationen,Vereinten Nationen,Nations unies,Nations Unies,Naciones Unidas,Nações Unidas,Nazioni Unite,Verenigde Naties,Organizacja Narodów Zjednoczonych,Birleşmiş Milletler,الأمم المتحدة,האו"ם,联合国,聯合國,国連,유엔,संयुक्त राष्ट्र
European Union|ЄС,ЕС,UE,Europäische Union,Europäischen Union,Union européenne,Unión Europea,União Europeia,Unione europea,Unione Europea,Europese Unie,Unia Europejska,Unii Europejskiej,Avrupa Birliği,Європейський Союз,Європейського Союзу,Евросоюз,Евросоюза,Євросоюз,Євросоюзу,Ευρωπαϊκή Ένωση,الاتحاد الأوروبي,האיחוד האירופי,欧盟,歐盟,欧州連合,유럽연합
NATO|НАТО,OTAN,ΝΑΤΟ,الناتو,北约,北約,나토
World Health Organization|ВООЗ,ВОЗ,OMS,منظمة الصحة العالمية,世卫组织,世界卫生组织
International Monetary Fund|МВФ,FMI
International Atomic Energy Agency|МАГАТЭ,МАГАТЕ,AIEA,OIEA
European Central Bank|EZB,BCE,ЕЦБ,ЄЦБ
European Commission|Єврокомісія,Єврокомісії,Еврокомиссия,Еврокомиссии,EU-Kommission,Commission européenne,Comisión Europea,Comissão Europeia,Commissione europea
International Criminal Court|IStGH,CPI,МУС,МКС
Red Cross|Croix-Rouge,Cruz Roja,Cruz Vermelha,Croce Rossa,Rotes Kreuz,Roten Kreuz,Rode Kruis,Красный Крест,Червоний Хрест
Hezbollah|Hisbollah,Hezbolá,Hizbullah,Хезболла,Хізболла,حزب الله,חיזבאללה,真主党,ヒズボラ
Hamas|Hamás,ХАМАС,حماس,חמאס,哈马斯,ハマス
`;

/** Words of small letters inside names, in the languages of Europe. */
export const NAME_PARTICLES_ABROAD: ReadonlySet<string> = new Set(
	"de del della dello dei degli di da do dos das du des la le el los las van von der den zu zum zur ter ten al bin ibn y e et und".split(
		" ",
	),
);

/** Links that join two names as often as two parts of one: a run does not go over them. */
export const LOOSE_LINKS: ReadonlySet<string> = new Set(["y", "e", "et", "und", "la", "le", "el", "los", "las"]);

/**
 * Forms of the names of countries: language, then ending:forms, where the first ending that fits is replaced by each of
 * the forms; "-" is no ending. Only languages that decline names and have no apostrophe before the case.
 */
export const NAME_FORMS = `
ru ия:ия,ии,ию,ией а:а,ы,и,е,у,ой я:я,и,ю,е,ей ь:ь,я,ю,ем,е й:й,я,ю,ем,е ы:ы,ов,ам,ами,ах о:о -:-,а,у,ом,е
uk ія:ія,ії,ію,ією,іє а:а,и,і,у,ою я:я,і,ю,ею ь:ь,я,ю,ем,і й:й,ю,я,єм,ї и:и,ів,ам,ами,ах о:о -:-,у,а,ом,і,ові
be ія:ія,іі,ію,іяй а:а,ы,е,у,ай -:-,а,у,ам,е
pl ia:ia,ii,ię,ią ja:ja,ji,ję,ją a:a,y,i,ie,ę,ą y:y o:o -:-,u,a,em,ie,owi
cs ko:ko,ka,ku,kem ie:ie,ii,ií a:a,y,e,u,ou,ě o:o -:-,u,em,e,ě
sk ko:ko,ka,ku,kom ia:ia,ie,ii,iu,iou a:a,y,e,u,ou o:o -:-,u,om,e
hr ja:ja,je,ji,ju,jom a:a,e,i,u,om,oj o:o -:-,a,u,om
sr ja:ja,je,ji,ju,jom ија:ија,ије,ији,ију,ијом а:а,е,и,у,ом,ој a:a,e,i,u,om,oj о:о -:-,а,у,ом
sl ja:ja,je,ji,jo a:a,e,i,o o:o -:-,a,u,om
lt ija:ija,ijos,ijai,iją,ijoje a:a,os,ai,ą,oje as:as,o,ui,ą,e is:is,io,iui,į,yje
lv ija:ija,ijas,ijai,iju,ijā a:a,as,ai,u,ā s:s,a,am,u,ā
fi a:a,an,assa,asta,aan,alla,alta,alle ä:ä,än,ässä,ästä,ään,ällä,ältä,älle i:i,in,issa,ista,iin,ia o:o,on,ossa,osta,oon,oa u:u,un,ussa,usta,uun,ua -:-,in,issa,ista,iin,ia
hu a:a,ában,ából,ába,ának,áról,ára,ával,ához,ától,át e:e,ében,éből,ébe,ének,éről,ére,ével,éhez,étől,ét -:-,ban,ben,ból,ből,ba,be,nak,nek,ról,ről,ra,re,t,ot,et
ro ia:ia,iei a:a,ei -:-,ului
de -:-,s
sv -:-,s
da -:-,s
no -:-,s
el α:α,ας η:η,ης -:-
`;

/** Letters written as one with the word behind them ("and", "in", "to"): language, then letters. */
export const WRITTEN_PREFIXES = `
ar و ف ب ل ك
fa و
he ו ב ל מ ה ש כ
`;

/** Particles written as one with the word before them. */
export const WRITTEN_SUFFIXES = `
ko 이 가 은 는 을 를 의 에 에서 과 와 도 로 으로 측 군 정부 대통령 총리 외무장관 국방부 당국 내 산 인 발
`;

/** Names of countries that are ordinary words, or parts of them, in the language: language, then words. */
export const AMBIGUOUS_NAMES = `
ko 이란 수단 가나 인도 말리 가봉 차드 오만 통가 조지아 쿠바 페루
zh 中非 马里 多哥 乍得 汤加
ja マリ ガーナ チャド トーゴ ガボン ペルー トンガ イラン人 チリ ニジェール タイ
de Essen Halle Gera Hagen Hamm Fürth Mali Wales Nice Bath Split Bad Bar Band Post Welt Zeit Bild Spiegel Union Kiel Man Mars Orange Gap Total
fr Nice Tours Nancy Marche Orange Total Mars Split Ars Chat Union Est
es Salvador Santiago León Granada Mercedes Dolores Santos Rosario Victoria Mar Union Orange Total Marina Real Plaza Bolsa Mundo Sol Paz
it Bari Prato Marche Salò Latina Union Orange Mare Sole Rosario Santo Camera Senato Parlamento Congo
pt Natal Salvador Santos Porto Vitória Faro Union Bolsa Real Rosario Mar
tr Van Batman Ordu Turan Mars Orange Kars Adana Bursa
nl Essen Best Goes Post Orange Union Bar Band
pl Polska_Agencja Nice Union Orange
`;
