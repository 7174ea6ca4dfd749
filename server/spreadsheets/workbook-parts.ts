/** The parts of a workbook beside its sheets (ECMA-376 part 1, chapters 12 and 18). */
import type { Epoch } from '../../domain/event-import/sheet';
import { RefusedFile } from './limits';
import { parseXml } from './xml';
import { inflate, readZipDirectory } from './zip-directory';

export type ReadPart = (path: string) => string | null;

export function partReader(file: Buffer): ReadPart {
  const entries = readZipDirectory(file);
  // Some programs write the names in another case than the relations do.
  const names = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]));
  return (path) => {
    const entry = entries.get(names.get(path.toLowerCase()) ?? '');
    return entry
      ? inflate(file, entry)
          .toString('utf8')
          .replace(/^\ufeff/, '')
      : null;
  };
}

/** Targets by relation id, as paths from the root. */
function readRelations(
  read: ReadPart,
  folder: string,
  file: string,
): ReadonlyMap<string, { type: string; target: string }> {
  const relations = new Map<string, { type: string; target: string }>();
  parseXml(read(`${folder}_rels/${file}.rels`) ?? '<none/>', {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`;
      relations.set(attribute('Id') ?? '', { type: (attribute('Type') ?? '').replace(/^.*\//, ''), target: path });
    },
  });
  return relations;
}

export interface Workbook {
  readonly epoch: Epoch;
  /** Those that are shown, in their order. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly sharedStrings: readonly string[];
  readonly formats: readonly NumberFormat[];
}

export interface NumberFormat {
  readonly isDate: boolean;
  readonly hasTime: boolean;
  /** Digits that are shown at least: `000` shows 7 as 007. */
  readonly digits: number;
}

/** Built in, by number (18.8.30); those of East Asia among them. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    return {
      isDate: BUILT_IN_DATES.has(id) || BUILT_IN_TIMES.has(id),
      hasTime: id === 22 || BUILT_IN_TIMES.has(id),
      digits: 0,
    };
  }
  // What is quoted, escaped or in brackets is shown as it is; `[h]` is a time all the same.
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  const isNumber = /[#?]|0(?!0*$)|General|@/i.test(bare.replace(/s[.,]0+/gi, 's'));
  const isDate = !isNumber && /[ymdhs年月日时分秒]|上午|下午/i.test(bare);
  const digits = /^0+$/.test(bare) ? bare.length : 0;
  return { isDate, hasTime: isDate && /[hs时]/i.test(bare), digits };
}

function readFormats(xml: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isInCells = false;
  parseXml(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        formats.push(formatOf(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

/** `_x000D_` stands for a character that XML cannot hold (22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** The text of each `si`: its runs joined, its phonetic runs left out. */
function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text: string | null = null;
  let isText = false;
  let isPhonetic = false;
  parseXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text: (value) => {
      if (isText && text !== null) text += value;
    },
    close: (name) => {
      if (name === 'si' && text !== null) strings.push(unescapeText(text));
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
    },
  });
  return strings;
}

export function readWorkbook(read: ReadPart): Workbook {
  const [main] = [...readRelations(read, '', '').values()].filter(({ type }) => type === 'officeDocument');
  const path = main?.target ?? 'xl/workbook.xml';
  const xml = read(path);
  if (xml === null) throw new RefusedFile('not-a-workbook');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = readRelations(read, folder, path.slice(folder.length));
  const kinds = [...relations.values()];
  if (kinds.some(({ type }) => type === 'externalLink' || type === 'connections'))
    throw new RefusedFile('external-links');
  if (kinds.some(({ type }) => type === 'vbaProject')) throw new RefusedFile('macros');
  const sheets: { name: string; path: string }[] = [];
  let epoch: Epoch = '1900';
  const seen = { workbook: false };
  parseXml(xml, {
    open: (name, attribute) => {
      if (name === 'workbook') seen.workbook = true;
      if (name === 'externalReferences') throw new RefusedFile('external-links');
      if (name === 'workbookPr' && ['1', 'true'].includes(attribute('date1904') ?? '')) epoch = '1904';
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
      const relation = relations.get(attribute('r:id') ?? attribute('id') ?? '');
      if (relation?.type === 'worksheet') sheets.push({ name: attribute('name') ?? '', path: relation.target });
    },
  });
  if (!seen.workbook) throw new RefusedFile('not-a-workbook');
  const partOf = (type: string): string | null => {
    const relation = kinds.find((each) => each.type === type);
    return relation ? read(relation.target) : null;
  };
  return {
    epoch,
    sheets,
    sharedStrings: readSharedStrings(partOf('sharedStrings') ?? '<sst/>'),
    formats: readFormats(partOf('styles') ?? '<styleSheet/>'),
  };
}
