/** One question of a form: label, control, hint and what is wrong, tied together for those who listen. */
import { type ReactElement, type ReactNode, useId } from 'react';
import { consoleWords } from '../../words/console';

export interface FieldAria {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
  readonly status?: 'error' | 'warning';
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  /** Does not stop the form, but should be looked at. */
  readonly warning?: string | undefined;
  readonly optional?: boolean;
  /** Of several controls: the label names the group. */
  readonly group?: boolean;
  readonly className?: string;
  readonly children: (aria: FieldAria) => ReactNode;
}

export function Field({
  label,
  hint,
  problem,
  warning,
  optional = false,
  group = false,
  className = '',
  children,
}: FieldProps): ReactElement {
  const id = useId();
  const words = problem ?? warning;
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(words === undefined ? [] : [`${id}-words`])];
  const labelled = (
    <>
      {label}
      {optional ? <span className="field__optional">{consoleWords.do.optional}</span> : null}
    </>
  );
  const aria: FieldAria = {
    id,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(problem !== undefined && { 'aria-invalid': true as const, status: 'error' as const }),
    ...(problem === undefined && warning !== undefined && { status: 'warning' as const }),
  };
  return (
    <div
      className={`field ${className}`}
      {...(group && { role: 'group', 'aria-labelledby': `${id}-label`, 'aria-describedby': aria['aria-describedby'] })}
      data-problem={problem === undefined ? undefined : true}
    >
      {group ? (
        <div className="field__label" id={`${id}-label`}>
          {labelled}
        </div>
      ) : (
        <label className="field__label" id={`${id}-label`} htmlFor={id}>
          {labelled}
        </label>
      )}
      {children(aria)}
      {hint === undefined ? null : (
        <div className="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {words === undefined ? null : (
        <div className={problem === undefined ? 'field__warning' : 'field__problem'} id={`${id}-words`}>
          {words}
        </div>
      )}
    </div>
  );
}
