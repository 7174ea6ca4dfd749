import { View } from '@tarojs/components';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { parseBinding } from '../../../domain/organisation/binding-link';
import { fieldWork } from '../../../words/strings';
import { toast } from '../../platform/ask';
import { deviceName } from '../../platform/device-name';
import { canScan, scanCode } from '../../platform/scan';
import { bindPhone, fetchOffer, type Offer } from '../../sync/member';
import { isUnreached, type CallFailure } from '../../sync/call';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';

const words = fieldWork.bind;
const DIGITS = 4;
const MOST_LINK = 300;

function refusalWords(failure: CallFailure): string {
  if (isUnreached(failure)) return words.refusals.offline;
  const code = failure.reason === 'http' ? failure.code : null;
  return code === 'pairing-gone' || code === 'wrong-number' ? words.refusals[code] : words.refusals.other;
}

interface OfferCardProps {
  readonly offer: Offer;
  readonly code: string;
  readonly onLeave: () => void;
}

/** As whom the phone would act; bound after an explicit yes with the number that the screen shows. */
function OfferCard({ offer, code, onLeave }: OfferCardProps): ReactElement {
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const bind = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const bound = await bindPhone({ code, number, name: deviceName(words.phone) });
    setBusy(false);
    if (bound.ok) toast(words.done);
    else setError(refusalWords(bound));
  };
  return (
    <View className="card work__card">
      <View className="work__heading" {...ariaProps({ role: 'heading', level: 2 })}>
        {words.check}
      </View>
      <View className="work__fact">
        <View className="work__name">{words.member}</View>
        <View>{offer.member.name}</View>
      </View>
      {offer.organisations.map(({ name, regionName, role }) => (
        <View key={`${name} ${role}`} className="work__fact">
          <View className="work__name">{words.organisation}</View>
          <View>
            <View>{name}</View>
            <View className="work__quiet">{`${regionName} · ${fieldWork.roles[role]}`}</View>
          </View>
        </View>
      ))}
      <TextField
        id="bind-number"
        label={words.number}
        value={number}
        keys="digits"
        maxLength={DIGITS}
        error={error}
        speaks
        onChange={setNumber}
      />
      <View className="work__note">{words.note}</View>
      <Button
        look="main"
        text={busy ? words.busy : words.yes}
        disabled={busy || !/^\d{4}$/.test(number)}
        onTap={() => void bind()}
      />
      <Button look="quiet" text={words.no} onTap={onLeave} />
    </View>
  );
}

/** How a phone comes to act as a member: the QR of the console, then the member's own yes. `given`: of an opened link. */
export function BindPhone({ code: given }: { readonly code?: string | undefined }): ReactElement {
  const [link, setLink] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [offered, setOffered] = useState<{ readonly code: string; readonly offer: Offer } | null>(null);
  const look = useCallback(async (text: string): Promise<void> => {
    const code = parseBinding(text);
    if (code === null) {
      setError(words.noCode);
      return;
    }
    setError(undefined);
    const answer = await fetchOffer(code);
    if (answer.ok) setOffered({ code, offer: answer.value });
    else setError(refusalWords(answer));
  }, []);
  useEffect(() => {
    if (given !== undefined) void look(given);
  }, [given, look]);
  const scan = async (): Promise<void> => {
    const text = await scanCode();
    if (text !== null) await look(text);
  };
  if (offered !== null) {
    return (
      <OfferCard
        {...offered}
        onLeave={() => {
          setOffered(null);
        }}
      />
    );
  }
  return (
    <View className="card work__card">
      <View className="work__heading" {...ariaProps({ role: 'heading', level: 2 })}>
        {words.title}
      </View>
      <View className="work__note">{canScan ? words.text : words.browserText}</View>
      {canScan ? <Button look="main" text={words.scan} onTap={() => void scan()} /> : null}
      <TextField
        id="bind-link"
        label={words.paste}
        hint={words.pasteHint}
        value={link}
        maxLength={MOST_LINK}
        error={error}
        speaks
        onChange={setLink}
      />
      <Button
        look={canScan ? 'plain' : 'main'}
        text={words.next}
        disabled={link.trim() === ''}
        onTap={() => void look(link)}
      />
    </View>
  );
}
