/** A feed as Atom (RFC 4287) and as RSS 2.0, from the same entries. */
import { dayOf, formatInstant, weekdayOf } from '../../domain/time/time';
import type { Entry, Feed } from './entries';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text between tags and in quoted attributes. What XML 1.0 has no room for is left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

const tag = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

const atomEntry = ({ id, title, link, text, author, category, changedAt }: Entry): string => `<entry>
${tag('id', id)}
${tag('title', title)}
<link rel="alternate" type="text/html" href="${escapeXml(link)}"/>
${tag('updated', formatInstant(changedAt))}
<author>${tag('name', author)}</author>
<category term="${escapeXml(category)}"/>
<content type="text">${escapeXml(text)}</content>
</entry>
`;

export const writeAtom = ({ id, title, site, self, changedAt, entries }: Feed): string =>
  `${HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
${tag('id', id)}
${tag('title', title)}
${tag('updated', formatInstant(changedAt))}
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(site)}"/>
${entries.map(atomEntry).join('')}</feed>
`;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 822, which RSS asks for: `Wed, 09 Sep 2026 10:00:00 +0800`. */
function mailTime(instant: number): string {
  const [year = '', month = '', day = ''] = dayOf(instant).split('-');
  const time = formatInstant(instant).slice(11, 19);
  const weekday = WEEKDAYS[weekdayOf(dayOf(instant))] ?? '';
  return `${weekday}, ${day} ${MONTHS[Number(month) - 1] ?? ''} ${year} ${time} +0800`;
}

const rssItem = ({ id, title, link, text, category, changedAt }: Entry): string => `<item>
<guid isPermaLink="false">${escapeXml(id)}</guid>
${tag('title', title)}
${tag('link', link)}
${tag('pubDate', mailTime(changedAt))}
${tag('category', category)}
${tag('description', text)}
</item>
`;

export const writeRss = ({ title, site, self, changedAt, entries }: Feed): string =>
  `${HEAD}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
${tag('title', title)}
${tag('link', site)}
${tag('description', title)}
<language>zh-CN</language>
${tag('lastBuildDate', mailTime(changedAt))}
<atom:link rel="self" type="application/rss+xml" href="${escapeXml(self)}"/>
${entries.map(rssItem).join('')}</channel>
</rss>
`;
