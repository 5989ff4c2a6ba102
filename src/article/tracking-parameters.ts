/**
 * Parameters of addresses that say how a reader came to a page, or how it is to be shown, not which page it is. Names
 * from the documentation of the senders; what the same name may select a page with elsewhere ("id", "p", "page",
 * "source") is left out or bound to values.
 */

/** By family of names, whatever the value. Lower case. */
const PREFIXES = [
	"utm_", // Google Analytics, Urchin and whoever copied it
	"at_", // AT Internet (BBC, French outlets): at_medium, at_campaign, at_custom1
	"ns_", // comScore: ns_mchannel, ns_source, ns_campaign, ns_linkname, ns_fee
	"mtm_", // Matomo
	"pk_", // Piwik
	"piwik_",
	"matomo_",
	"hsa_", // HubSpot ads
	"_hs", // HubSpot mail: _hsenc, _hsmi
	"itm_", // internal campaigns
	"fb_action_", // Facebook
	"__cft__", // Facebook
	"sc_", // Adobe campaigns: sc_cid, sc_channel
	"wt.", // Webtrends: WT.mc_id, WT.nav
	"wt_", // Webtrekk: wt_mc, wt_zmc
	"ga_", // Google Analytics, feed tools
	"guce_", // Yahoo consent
	"vero_", // Vero mail
	"oly_", // Omeda mail
] as const;

/** By name, whatever the value. Lower case. */
const NAMES = new Set(
	`fbclid fb_ref fb_source fbadid __tn__ mibextid
	gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl _gac
	msclkid yclid ymclid _openstat twclid ttclid li_fat_id igshid igsh epik rdt_cid scclid
	__twitter_impression ref_src ref_url
	mc_cid mc_eid mkt_tok hsctatracking ml_subscriber ml_subscriber_hash ck_subscriber_id elqtrackid elqtrack
	cmp cmpid campid ocid icid intcid int_cid ncid s_cid s_campaign ftag ftcamp smid smtyp emc regi_id mbid
	xtor xtref xts itid wpisrc wprss wpmm wpmk hpid leadsource srnd taid sref soc_src soc_trk tsrc .tsrc
	guccounter feedname feedtype rssfeed dlbk trk trkcampaign trk_contact trk_msg sr_share ito s_kwcid
	spm scm wickedid ef_id
	usqp amp_js_v amp_gsa amp_r amp_ct amp_tf amp_kit amp_lite amp_latest_update_time
	phpsessid jsessionid`.split(/\s+/),
);

/** Where a reader came from, as values: "rss", "twitter", "newsletter_daily", "google.com". */
const CHANNEL =
	/^(?:rss|feeds?|atom|syndication|twitter|tw|t\.co|x|facebook|fb|instagram|ig|whatsapp|wa|telegram|linkedin|reddit|pinterest|tiktok|flipboard|smartnews|applenews|googlenews|google|bing|yahoo|msn|social|share|sharing|copylink|copy-link|newsletter|e?mail|eml|push|notification|home|homepage|hp|front|frontpage|app|ios|android|mobile|widget|ticker|related|recommended|mostread|trending|outbrain|taboola)(?:$|[_.:])/i;
const CAMPAIGN = /^(?:sm|ss|eml|email|rss|social|referral)[_:-]/i;

/** Names that tell a channel on some sites and select a page on others: only with values that are channels. */
const CHANNEL_NAMES: Record<string, RegExp> = {
	ref: CHANNEL,
	ref_: CHANNEL,
	src: CHANNEL,
	source: CHANNEL,
	from: CHANNEL,
	via: CHANNEL,
	origin: CHANNEL,
	referrer: CHANNEL,
	referer: CHANNEL,
	partner: CHANNEL,
	share: CHANNEL,
	cid: CAMPAIGN, // NBC: cid=sm_npd_nn_tw_ma
	tid: CAMPAIGN, // Washington Post: tid=ss_tw
	mod: /^(?:rss|hp_|e2|djem|searchresults|article_inline|home-page|mw_|newsviewer)/i, // Dow Jones; forums select by "mod"
};

/** How a page is shown: for printing, or as its AMP twin. */
const VIEWS: Record<string, RegExp> = {
	amp: /^(?:1|true|yes|amp)?$/i,
	_amp: /^(?:1|true|yes)?$/i,
	amp_: /^$/,
	isamp: /^(?:1|true)?$/i,
	is_amp: /^(?:1|true)?$/i,
	outputtype: /^(?:amp|print)$/i,
	output: /^(?:amp|print)$/i,
	view: /^(?:amp|print|mobile)$/i,
	format: /^(?:amp|print)$/i,
	template: /^(?:amp|print)$/i,
	mobile: /^(?:1|true|yes)?$/i,
	print: /^(?:1|true|yes|y)?$/i,
	printable: /^(?:1|true|yes|y)?$/i,
};

/**
 * Whether a parameter can be left out of an address without leading to another page.
 * @param name decoded, in any case.
 * @param value decoded; empty where there is none.
 */
export function isTracking(name: string, value: string): boolean {
	const key = name.toLowerCase();
	if (NAMES.has(key) || PREFIXES.some((prefix) => key.startsWith(prefix))) return true;
	return [CHANNEL_NAMES, VIEWS].some((table) => Object.hasOwn(table, key) && table[key]?.test(value) === true);
}
