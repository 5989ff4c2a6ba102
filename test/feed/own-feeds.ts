/** Feeds of each format as outlets write them, with every field that is read; also the seeds of the mutations. */
export const OWN_FEEDS = {
	rss: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel>
	<title>The Daily &amp; Sunday</title><link>https://daily.example/</link><atom:link href="https://daily.example/feed" rel="self" type="application/rss+xml"/>
	<description>News &lt;b&gt;of&lt;/b&gt; the day</description><language>en_GB</language><ttl>15</ttl>
	<image><url>/logo.png</url><title>Not the title</title><link>https://elsewhere.example/</link></image>
	<item>
		<title><![CDATA[Quay <em>collapses</em> &amp; more]]></title><link>/2026/quay?utm_source=rss&amp;a=1</link>
		<guid isPermaLink="false"> id-1 </guid><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><dc:creator>Ann Example</dc:creator>
		<author>ann@daily.example (Ann Example)</author><category>World</category><category domain="x">Harbours</category>
		<description>&lt;p&gt;A quay fell.&lt;/p&gt;&lt;p&gt;Nobody was hurt.&lt;/p&gt;</description>
		<content:encoded><![CDATA[<p>A quay fell into the sea.</p><script>x()</script><ul><li>one</li><li>two</li></ul>]]></content:encoded>
		<media:content url="https://img.example/a.mp4" medium="video"/><media:thumbnail url="https://img.example/a.jpg"/>
	</item>
	<item><title>No link</title><guid>https://daily.example/2</guid><enclosure url="https://img.example/b.jpg" type="image/jpeg" length="1"/></item>
	<item><link>https://proxy.example/3</link><feedburner:origLink>https://daily.example/3</feedburner:origLink><dc:date>2026-03-04</dc:date></item>
</channel></rss>`,
	atom: `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://daily.example/blog/">
	<title type="html">Der &amp;lt;Tag&amp;gt;</title><subtitle>Text</subtitle><link rel="self" href="feed.atom"/><link href="./"/>
	<id>urn:feed</id><author><name>Redaktion</name></author><logo>logo.png</logo>
	<entry xml:base="2026/">
		<title type="text">5 &lt; 6 &amp;amp; 7</title><id>urn:1</id><link rel="enclosure" type="image/png" href="a.png"/>
		<link rel="alternate" type="application/json" href="1.json"/><link rel="alternate" type="text/html" href="1.html"/>
		<published>2026-03-03T10:00:00+01:00</published><updated>2026-03-03T12:00:00+01:00</updated>
		<summary>Kurz</summary><category term="welt" label="Welt"/>
		<content type="xhtml" xml:lang="de-AT"><div xmlns="http://www.w3.org/1999/xhtml"><p>Erster <b>Absatz</b>.</p><p>Zweiter.</p></div></content>
	</entry>
	<entry><title>Zwei</title><id>https://daily.example/2</id><author><name>Ben</name><email>b@x</email></author>
		<source><title>Anderswo</title><id>urn:s</id><updated>1999-01-01</updated></source><updated>kein Datum</updated></entry>
</feed>`,
	rdf: `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
	<channel rdf:about="https://daily.example/rdf"><title>Daily</title><link>https://daily.example/</link><dc:language>fr</dc:language>
		<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency><items><rdf:Seq><rdf:li resource="https://daily.example/1"/></rdf:Seq></items></channel>
	<item rdf:about="https://daily.example/1"><title>Un</title><link>https://daily.example/1</link><dc:date>2026-03-03T10:00Z</dc:date><dc:subject>Monde</dc:subject></item>
	<image rdf:about="x"><url>https://daily.example/i.png</url></image>
</rdf:RDF>`,
	json: `{"version":"https://jsonfeed.org/version/1.1","title":"Daily","home_page_url":"https://daily.example/","language":"en",
"authors":[{"name":"Desk"}],"icon":"/i.png","items":[
{"id":7,"url":"/1","title":"One &amp; <b>two</b>","content_html":"<p>a</p><p>b</p>","summary":"s","tags":["x",5,null],"date_published":"2026-03-03T10:00:00Z","image":"/a.jpg"},
{"id":"https://daily.example/2","content_text":"plain <b>\\n\\ntext","authors":[{"name":"Ann"}],"language":"de"}]}`,
};
