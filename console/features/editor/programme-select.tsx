import { Select } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { ProgrammeItem } from '../../../domain/campaign/campaign';
import { fieldHints } from '../../../words/console/editor';
import type { FieldAria } from '../../ui/field';

interface ProgrammeSelectProps {
  readonly aria: FieldAria;
  readonly programme: readonly ProgrammeItem[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** The items of the official documents, found by name or by pinyin initials. */
export function ProgrammeSelect({ aria, programme, value, onChange }: ProgrammeSelectProps): ReactElement {
  const groups = useMemo(() => {
    const documents = [...new Set(programme.map(({ documentNo }) => documentNo))];
    return documents.map((document) => ({
      label: document,
      title: document,
      options: programme
        .filter(({ documentNo }) => documentNo === document)
        .map((item) => ({
          value: item.id,
          label: `${item.paragraph} ${item.name}`,
          search: `${item.name} ${item.initials ?? ''} ${item.pinyin ?? ''}`.toLowerCase(),
        })),
    }));
  }, [programme]);
  return (
    <Select
      {...aria}
      value={value === '' ? undefined : value}
      placeholder={fieldHints.choose}
      options={groups}
      showSearch={{
        filterOption: (typed, option) =>
          option !== undefined && 'search' in option && String(option.search).includes(typed.trim().toLowerCase()),
      }}
      onChange={(id: string) => {
        onChange(id);
      }}
    />
  );
}
