/** Schemas of what other sites use. */
import { SelectionSchema } from '../../event/selection';
import { SYNDICATION } from '../syndication';
import type { Contract } from './contract';

export const syndicationContract = {
  atom: {
    ...SYNDICATION.atom,
    summary: 'The latest 100 new or changed events of a region or an organisation, as Atom (RFC 4287)',
    tag: 'syndication',
    query: SelectionSchema,
  },
  rss: {
    ...SYNDICATION.rss,
    summary: 'The same as RSS 2.0',
    tag: 'syndication',
    query: SelectionSchema,
  },
  embed: {
    ...SYNDICATION.embed,
    summary: 'A page of coming events to frame on listed sites: no script, no cookie, no form',
    tag: 'syndication',
    query: SelectionSchema,
  },
} as const satisfies Record<keyof typeof SYNDICATION, Contract>;
