import { Cascader } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { childrenOf, displayNameOf, nameOf, pathTo } from '../../domain/region/region-names';
import { fieldHints } from '../../words/console/editor';
import type { FieldAria } from '../ui/field';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly children?: Option[];
}

interface RegionSelectProps {
  readonly aria: FieldAria;
  /** The region that the organisation covers, with everything below it. */
  readonly scope: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

function optionOf(code: string): Option {
  const children = childrenOf(code).map(optionOf);
  return { value: code, label: nameOf(code) ?? code, ...(children.length > 0 && { children }) };
}

export function RegionSelect({ aria, scope, value, onChange }: RegionSelectProps): ReactElement {
  const options = useMemo(() => [optionOf(scope)], [scope]);
  const path = pathTo(value);
  const below = path.slice(Math.max(0, path.indexOf(scope)));
  return (
    <Cascader<Option>
      {...aria}
      changeOnSelect
      allowClear={false}
      showSearch
      value={value === '' ? [] : [...below]}
      options={options}
      placeholder={fieldHints.choose}
      displayRender={() => displayNameOf(value) ?? value}
      onChange={(chosen) => {
        onChange(chosen.at(-1) ?? '');
      }}
    />
  );
}
