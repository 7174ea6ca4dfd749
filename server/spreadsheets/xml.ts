/** XML of a workbook's parts, as it goes by. Prefixes are dropped: programs choose them as they like. */
import { Parser } from 'saxen';
import { RefusedFile } from './limits';

export interface XmlHandler {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Entities that a document declares itself are not expanded, so none can grow. */
export function parseXml(xml: string, { open, close, text }: XmlHandler): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    open?.(local(name), (wanted) => {
      const all = attributes();
      const value = all[wanted];
      return value === undefined ? undefined : decode(value);
    });
  });
  parser.on('closeTag', (name) => {
    close?.(local(name));
  });
  parser.on('text', (value, decode) => {
    text?.(decode(value));
  });
  parser.on('cdata', (value) => {
    text?.(value);
  });
  parser.on('error', () => {
    throw new RefusedFile('broken-workbook');
  });
  parser.parse(xml);
}
