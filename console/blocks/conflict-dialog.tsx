import { Button, Modal, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { conflictWords as words } from '../../words/console/editor';
import { type Choices, type ConflictField, firstChoices, type Side, valueText } from './event-diff';
import { useReturnFocus } from '../ui/use-return-focus';

interface ConflictDialogProps {
  /** What somebody else changed meanwhile. */
  readonly title: string;
  /** A field's path in words. */
  readonly labelOf: (field: string) => string;
  readonly fields: readonly ConflictField[];
  readonly busy: boolean;
  readonly onSettled: (choices: Choices) => void;
  readonly onClose: () => void;
}

/** Base, mine and theirs of each field; nothing is saved before every one is decided (rule E1). */
export function ConflictDialog({
  title,
  labelOf,
  fields,
  busy,
  onSettled,
  onClose,
}: ConflictDialogProps): ReactElement {
  useReturnFocus();
  const [choices, setChoices] = useState<Choices>(() => firstChoices(fields));
  const open = fields.filter(({ field }) => choices[field] === undefined).length;
  return (
    <Modal
      open
      width={960}
      title={title}
      onCancel={onClose}
      footer={
        <>
          {open > 0 ? <span className="quiet">{words.remaining(open)} </span> : null}
          <Button
            type="primary"
            loading={busy}
            disabled={open > 0}
            onClick={() => {
              onSettled(choices);
            }}
          >
            {words.apply}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      <div className="scroll">
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.base}</th>
              <th scope="col">{words.mine}</th>
              <th scope="col">{words.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, base, mine, theirs }) => {
              const label = labelOf(field);
              const choose = (side: Side, value: unknown): ReactElement => (
                <td className={choices[field] === side ? 'compare__chosen' : ''}>
                  <Radio
                    name={field}
                    checked={choices[field] === side}
                    aria-label={`${words.keep(label)}${words[side]}：${valueText(value)}`}
                    onChange={() => {
                      setChoices({ ...choices, [field]: side });
                    }}
                  >
                    {valueText(value)}
                  </Radio>
                </td>
              );
              return (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  <td className="quiet">{valueText(base)}</td>
                  {choose('mine', mine)}
                  {choose('theirs', theirs)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
