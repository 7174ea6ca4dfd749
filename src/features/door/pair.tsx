import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import { parsePairingCode } from '../../../domain/check-in/device';
import { doorWords } from '../../../words/door';
import { scanCode } from '../../platform/scan';
import { pairDevice, useDevice } from '../../sync/door-device';
import { syncDoor } from '../../sync/door-session';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Waiting } from './waiting';
import { TextField } from '../../ui/text-field';

const words = doorWords.pair;
/** Eight letters, or the whole address of the QR code. */
const MOST_CODE = 200;

/** How a phone becomes a device: by the code that an editor shows, once. No account is asked for. */
export function Pair(): ReactElement {
  const device = useDevice();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const pair = async (text: string): Promise<void> => {
    const read = parsePairingCode(text);
    if (read === null) {
      setError(words.wrong);
      return;
    }
    setBusy(true);
    const paired = await pairDevice(read);
    setBusy(false);
    if (paired === 'paired') void syncDoor();
    else setError(words[paired]);
  };
  const scan = async (): Promise<void> => {
    const text = await scanCode();
    if (text !== null) await pair(text);
  };
  return (
    <View className="card door__card">
      <View className="door__title" {...ariaProps({ role: 'heading', level: 2 })}>
        {words.title}
      </View>
      <View className="door__note" {...(device === null ? {} : ariaProps({ role: 'alert' }))}>
        {device === null ? words.text : device.standing === 'revoked' ? words.revoked : words.again}
      </View>
      <Waiting />
      <Button look="main" text={words.scan} disabled={busy} onTap={() => void scan()} />
      <TextField
        id="pairing-code"
        label={words.code}
        hint={words.codeHint}
        value={code}
        maxLength={MOST_CODE}
        error={error}
        speaks
        onChange={(text) => {
          setCode(text);
          setError(undefined);
        }}
      />
      <Button text={words.send} disabled={busy || code.trim() === ''} onTap={() => void pair(code)} />
    </View>
  );
}
