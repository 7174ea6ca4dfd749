import { Button, Checkbox } from 'antd';
import { type ReactElement, useState } from 'react';
import { secondFactorWords as words } from '../../words/console/sign-in';
import { saveFile } from '../ui/save-file';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
}

/** Shown once; going on takes an explicit word that they were kept. */
export function RecoveryCodes({ codes, onSaved }: RecoveryCodesProps): ReactElement {
  const [saved, setSaved] = useState(false);
  return (
    <div className="stack">
      <p>{words.codesText}</p>
      <ul className="codes" aria-label={words.codesTitle}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button
        onClick={() => {
          saveFile(words.fileName, new Blob([codes.join('\r\n')], { type: 'text/plain' }));
        }}
      >
        {words.download}
      </Button>
      <Checkbox
        checked={saved}
        onChange={({ target }) => {
          setSaved(target.checked);
        }}
      >
        {words.codesSaved}
      </Checkbox>
      <Button type="primary" size="large" block disabled={!saved} onClick={onSaved}>
        {words.enter}
      </Button>
    </div>
  );
}
