/**
 * Slogan cards: which texts there are and how they stand in a box. The texts are the campaign's own, to the character;
 * official slogans part their phrases with a space (藏质标办〔2025〕1号, 附件), and a phrase is never broken.
 */
import * as v from 'valibot';
import { type Campaign, CampaignSchema } from '../campaign/campaign';

/** What cards take from a campaign as the feed delivers it. */
export const CardCampaignSchema = v.pick(CampaignSchema, [
  'id',
  'year',
  'theme',
  'textsFrom',
  'slogans',
  'documents',
  'deployment',
]);

export const CardTextsSchema = v.object({
  ...v.pick(CampaignSchema, ['id', 'year', 'theme', 'textsFrom', 'slogans']).entries,
  /** Where the issuers keep the official posters. */
  posters: v.array(v.string()),
  webAddress: v.optional(v.string()),
  miniProgramCode: v.optional(v.literal(true)),
});
/** What cards need of a campaign, small enough to be kept. */
export type CardTexts = v.InferOutput<typeof CardTextsSchema>;

/** Documents name one page with `http` here and `https` there: each page once, encrypted where any of them says so. */
function postersOf(addresses: readonly string[]): string[] {
  const pageOf = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const safe = (address: string): boolean => address.startsWith('https:');
  const named = addresses.filter((address) => address !== '');
  const ordered = [...named.filter(safe), ...named.filter((address) => !safe(address))];
  return ordered.filter((address, index) => ordered.findIndex((one) => pageOf(one) === pageOf(address)) === index);
}

export function cardTextsOf(campaign: v.InferOutput<typeof CardCampaignSchema>): CardTexts {
  const { id, year, theme, textsFrom, slogans, documents, deployment } = campaign;
  const posters = postersOf(documents.map((document) => document.posters));
  const { webAddress, miniProgramCode } = deployment ?? {};
  return { id, year, theme, textsFrom, slogans, posters, webAddress, miniProgramCode };
}

export interface Card {
  /** `theme`, or the number of the slogan from `1`; stable, for it travels in links. */
  readonly key: string;
  readonly text: string;
}

export const THEME_KEY = 'theme';

/** The theme first, then the slogans as numbered in the document. */
export function cardsOf({ theme, slogans }: Pick<Campaign, 'theme' | 'slogans'>): readonly Card[] {
  return [{ key: THEME_KEY, text: theme }, ...slogans.map((text, index) => ({ key: String(index + 1), text }))];
}

/** The year whose texts these are: a trial that borrows them shows the year it borrows from, never its own. */
export function stampYear({ year, textsFrom }: Pick<Campaign, 'year' | 'textsFrom'>): number {
  return textsFrom ?? year;
}

/** The lines of a card: the phrases of an official text, or lines that were broken before. */
export function phrasesOf(text: string | readonly string[]): readonly string[] {
  if (typeof text !== 'string') return text;
  return text.split(/\s+/).filter((phrase) => phrase !== '');
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Width of a text at a font size, both in the unit of the box. */
export type Measure = (text: string, size: number) => number;

export interface TextLayout {
  /** A phrase a line. */
  readonly lines: readonly string[];
  readonly size: number;
  readonly lineHeight: number;
}

/**
 * The largest of the sizes at which every phrase stands whole on a line of its own inside the box. Where not even the
 * smallest fits, the type shrinks further: a phrase is never broken or cut.
 * `leading`: line height as a multiple of the size.
 */
export function layoutPhrases(
  text: string | readonly string[],
  measure: Measure,
  box: Box,
  sizes: readonly number[],
  leading = 1.4,
): TextLayout {
  const lines = phrasesOf(text);
  const widest = (size: number): number => Math.max(0, ...lines.map((line) => measure(line, size)));
  const fits = (size: number): boolean => widest(size) <= box.width && lines.length * size * leading <= box.height;
  const descending = [...sizes].sort((one, other) => other - one);
  const size =
    descending.find(fits) ??
    shrunk(descending[descending.length - 1] ?? box.height, widest, box, lines.length * leading);
  return { lines, size, lineHeight: size * leading };
}

function shrunk(smallest: number, widest: (size: number) => number, { width, height }: Box, heights: number): number {
  const width1 = widest(smallest) / smallest;
  return Math.min(smallest, width1 > 0 ? width / width1 : smallest, heights > 0 ? height / heights : smallest);
}

export interface Glyph {
  readonly character: string;
  /** The middle of the character. */
  readonly x: number;
  readonly y: number;
}

/** Upright type in columns from right to left, a phrase a column, as couplets hang; positions are relative to the box. */
export function layoutColumns(
  text: string | readonly string[],
  { width, height }: Box,
  sizes: readonly number[],
  { spacing = 1.16, gap = 1.75 }: { readonly spacing?: number; readonly gap?: number } = {},
): { readonly size: number; readonly glyphs: readonly Glyph[] } {
  const columns = phrasesOf(text).map((phrase) => Array.from(phrase));
  const longest = Math.max(0, ...columns.map((column) => column.length));
  const across = columns.length === 0 ? 0 : 1 + (columns.length - 1) * gap;
  const limit = Math.min(width / Math.max(across, 1), height / Math.max(longest * spacing, 1));
  const size = [...sizes].sort((one, other) => other - one).find((each) => each <= limit) ?? limit;
  const right = (width + across * size) / 2 - size / 2;
  const top = (height - longest * size * spacing) / 2;
  const glyphs = columns.flatMap((column, index) =>
    column.map((character, row) => ({
      character,
      x: right - index * gap * size,
      y: top + (row + 0.5) * size * spacing,
    })),
  );
  return { size, glyphs };
}
