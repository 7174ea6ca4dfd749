/** Why a file is not read at all. Its sentences are in `words/spreadsheets`. */
export type FileRefusal =
  | 'empty-file'
  | 'file-too-large'
  | 'unpacked-too-large'
  | 'too-many-entries'
  | 'old-excel'
  | 'web-page'
  | 'not-a-workbook'
  | 'broken-workbook'
  | 'password'
  | 'macros'
  | 'external-links'
  | 'unknown-encoding'
  | 'not-csv'
  | 'no-sheet'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'took-too-long';
