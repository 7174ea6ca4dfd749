/** Workbooks part by part, shaped as other programs write them, or as nobody should. */
import { zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface RawWorkbook {
  /** Of `sheetData`, and what follows it. */
  readonly sheet: string;
  readonly afterSheet?: string;
  /** `si` elements. */
  readonly strings?: string;
  /** Of `styleSheet`. */
  readonly styles?: string;
  /** Before `sheets`. */
  readonly workbook?: string;
  /** Other parts, by path. */
  readonly parts?: Readonly<Record<string, string>>;
  /** What the elements' names begin with: `x:`. */
  readonly prefix?: string;
}

export const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, Buffer.from(text)])));

/** With absolute targets, which 腾讯文档 and others write. */
export function rawWorkbook(of: RawWorkbook): Uint8Array {
  const { sheet, afterSheet = '', strings = '', styles = '', workbook = '', parts = {}, prefix = '' } = of;
  const element = (name: string, inside: string): string => {
    const xml = `<${name} xmlns="${MAIN}" xmlns:x="${MAIN}" xmlns:r="${TYPES}">${inside}</${name}>`;
    return prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
  };
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
  return packed({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}">${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': element('workbook', `${workbook}<sheets><sheet name="表1" sheetId="1" r:id="r1"/></sheets>`),
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${relation('r1', 'worksheet', '/xl/worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': element('worksheet', `<sheetData>${sheet}</sheetData>${afterSheet}`),
    'xl/sharedStrings.xml': element('sst', strings),
    'xl/styles.xml': element('styleSheet', styles),
    ...parts,
  });
}
