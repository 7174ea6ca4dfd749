/** A page of coming events for another site's frame: no script, no cookie, no form, and one style sheet that CSP names. */
import { createHash } from 'node:crypto';
import type { Deployment } from '../../domain/campaign/campaign';
import { syndicationWords as words } from '../../words/syndication';
import type { EventRow } from '../db/schema';
import { escapeHtml } from '../http/escape-html';
import { eventAddress, placeOf, timeOf } from './entries';

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;padding:16px;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
color:#1f1a17;background:#fff}
h1{margin:0 0 4px;font-size:20px;line-height:1.4}
p{margin:0 0 12px}
ul{margin:0;padding:0;list-style:none}
li{padding:12px 0;border-top:1px solid #d9d2cc}
a{display:inline-block;min-height:24px;padding:10px 0;color:#a3201a;font-weight:600;overflow-wrap:anywhere}
a:focus-visible{outline:3px solid #a3201a;outline-offset:2px}
.fact,.free{color:#5c5049}
footer a{margin-right:20px}
@media (prefers-color-scheme:dark){
body{color:#f2ece7;background:#1c1917}
a{color:#ff9c8f}
a:focus-visible{outline-color:#ff9c8f}
li{border-color:#4a423c}
.fact,.free{color:#c9beb6}
}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Listed sites may frame it; with an empty list nobody may. */
export function embedPolicy(sites: readonly string[]): string {
  const ancestors = sites.length === 0 ? "'none'" : sites.join(' ');
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

const link = (href: string, text: string): string =>
  `<a href="${escapeHtml(href)}" target="_blank" rel="noopener" aria-label="${escapeHtml(`${text}${words.newPage}`)}">${escapeHtml(text)}</a>`;

function presentRow(row: EventRow, site: string): string {
  const states = [
    ...(row.status === 'cancelled' ? [words.isCancelled] : []),
    ...(row.suspended && row.status !== 'cancelled' ? [words.isSuspended] : []),
  ];
  const mark = states.map((state) => `<strong>${state}</strong> `).join('');
  return `<li>${mark}${link(eventAddress(site, row.id), row.title)}
<div class="fact">${escapeHtml(timeOf(row))}</div>
<div class="fact">${escapeHtml(placeOf(row))}</div></li>
`;
}

export interface EmbedContent {
  readonly title: string;
  /** The browser app. */
  readonly site: string;
  readonly services: Deployment['services'];
  readonly rows: readonly EventRow[];
}

export function embedPage({ title, site, services, rows }: EmbedContent): string {
  const links = [
    link(`${site}/`, words.all),
    ...(services?.credit === undefined ? [] : [link(services.credit, words.credit)]),
    ...(services?.oneStop === undefined ? [] : [link(services.oneStop, words.oneStop)]),
  ];
  const list =
    rows.length === 0 ? `<p>${words.none}</p>\n` : `<ul>\n${rows.map((row) => presentRow(row, site)).join('')}</ul>\n`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p class="free">${words.free}</p>
${list}</main>
<footer>${links.join('\n')}</footer>
</body>
</html>
`;
}
