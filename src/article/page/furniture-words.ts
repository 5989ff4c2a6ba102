/** A list of words as a set. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Words in the `class` or `id` of what stands around articles and never is one, however much text it has. A name is read as
 * words: `post-authorBio` is post, author, bio. What is also used for whole articles (`content`, `widget`, `card`, `media`) is
 * not here: a caption too many is a lesser fault than a lost paragraph.
 */
export const FURNITURE_WORDS = words(`
	caption captions breadcrumb breadcrumbs crumbs pagination pager nav navbar navigation subnav topnav menu menus
	related relatedposts relatedarticles relatedcontent relatedlinks relatednews relatedstories relateditems
	teasers recirc recirculation recommended recommendations recommend trending mostread
	newsletter newsletters
	sidebar sidebars footer footers cookie cookies gdpr advert adverts advertisement advertising adslot adunit dfp
	taboola outbrain zergnet vjs jwplayer ai2html
`);

/** Words of what readers wrote, which may be more than the article. */
export const COMMENT_WORDS = words("comment comments commentlist disqus respond");

/** The same of what now and then holds an article (a pop-up, a gallery with its text): only while it has little text. */
export const DOUBTFUL_WORDS = words(`
	credit credits byline bylines author authors bio toolbar skip popular readmore
	share sharing shares sharebar sharetools social socials signup subscribe subscription subscriptions promos promotion
	cta paywall rail infobox consent modal popup popover lightbox overlay tooltip hovercard flyout rollover dropdown
	ad ads sponsor sponsored sponsors tags taglist keywords timestamp pubdate publishdate postmeta
	syndigate copyright disclaimer slideshow carousel gallery
`);

/** Words of boxes that lead to another article, or hold the lead of this one: furniture where they hold a link. */
export const LINKED_WORDS = words("teaser promo");

/** Words that mark small labels about an article; an element with one is left out only while its text is short. */
export const LABEL_WORDS = words(`
	date dates time published updated dateline kicker eyebrow label labels category categories tag source sources
	icon button btn readtime reading postinfo meta dek standfirst
`);

/** Class names, as a whole, that hide an element from those who see. */
export const HIDING_CLASSES = words(
	"hidden hide is-hidden visually-hidden visuallyhidden sr-only screen-reader-text print-only d-print-block",
);

/** Elements that stand around articles by their meaning in HTML. */
export const FURNITURE_ELEMENTS = words("nav aside footer figcaption dialog menu");

/** ARIA roles that say the same. */
export const FURNITURE_ROLES = words(
	"navigation complementary contentinfo banner search dialog alert alertdialog menu menubar toolbar tablist",
);

/** Words that mark the frame of a picture, whose text is its caption. */
export const PICTURE_WORDS = words("image images img photo photos picture thumbnail figure");

/** Class names of quoted posts of other networks: they are part of the article, although they are called social. */
export const QUOTED_POSTS = words(
	"twitter-tweet twitter-video instagram-media fb-post tiktok-embed reddit-card bluesky-embed mastodon-embed",
);
