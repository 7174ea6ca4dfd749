/** A code that pairs one device: as a QR code, as letters, and as an address. */
import { Alert, Checkbox } from 'antd';
import { type ReactElement, useState } from 'react';
import { pairingFragment } from '../../../domain/check-in/device';
import { formatInstant } from '../../../domain/time/time';
import { momentText } from '../../../words/console/dates';
import { eventsWords } from '../../../words/console/events';
import { onSiteWords } from '../../../words/console/on-site';
import { DOOR_API } from '../../api-door';
import { OnceDialog } from '../../blocks/once-dialog';
import { now } from '../../clock';
import type { EventLine } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { CopyText } from '../../ui/copy-text';
import { Field } from '../../ui/field';
import { NameField } from '../../ui/name-field';
import { QrPicture } from '../../ui/qr-picture';
import { pairingWindow } from './pairing-window';

const words = onSiteWords.pairing;

interface PairDialogProps {
  readonly events: readonly EventLine[];
  readonly chosen: string;
  readonly onClose: () => void;
}

interface Offered {
  readonly code: string;
  readonly expiresAt: string;
}

function OfferedCode({ code, expiresAt }: Offered): ReactElement {
  const address = `${location.origin}/door/${pairingFragment(code)}`;
  return (
    <>
      <p>{words.ready}</p>
      {window.isSecureContext ? null : <Alert type="warning" showIcon title={words.https} />}
      <div className="factor">
        <QrPicture text={address} label={words.qr} />
      </div>
      <p className="factor">
        {words.code} <strong className="numeral">{`${code.slice(0, 4)} ${code.slice(4)}`}</strong>
      </p>
      <CopyText text={address} label={words.link} />
      <p className="quiet">{words.expires(momentText(expiresAt, now()))}</p>
    </>
  );
}

export function PairDialog({ events, chosen, onClose }: PairDialogProps): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const [name, setName] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([chosen]);
  const [tried, setTried] = useState(false);
  const [offered, setOffered] = useState<Offered | null>(null);
  const span = pairingWindow(
    events.filter(({ id }) => picked.includes(id)),
    now(),
  );

  async function offer(): Promise<void> {
    setTried(true);
    if (name.trim() === '' || picked.length === 0 || span === null) return;
    const body = {
      name: name.trim(),
      events: picked,
      from: formatInstant(span.from),
      to: formatInstant(span.to),
    };
    const answer = await act(DOOR_API.offerPairing, { params: { org }, body });
    if (answer?.ok === true) setOffered(answer.value);
  }

  return (
    <OnceDialog
      title={words.title}
      submit={words.submit}
      done={words.done}
      busy={busy}
      refusal={refusal}
      onSubmit={() => void offer()}
      onClose={onClose}
      made={offered === null ? null : <OfferedCode {...offered} />}
    >
      <NameField
        label={words.name}
        hint={words.nameHint}
        value={name}
        most={40}
        required={tried ? words.nameRequired : undefined}
        onChange={setName}
      />
      <Field label={words.events} problem={tried && picked.length === 0 ? words.eventsRequired : undefined} group>
        {() => (
          <Checkbox.Group
            className="stack stack--tight"
            value={[...picked]}
            options={events.map(({ id, title }) => ({ value: id, label: title ?? eventsWords.untitled }))}
            onChange={(ids) => {
              setPicked(events.map(({ id }) => id).filter((id) => ids.includes(id)));
            }}
          />
        )}
      </Field>
      {span === null ? null : (
        <p className="quiet">
          {words.window(momentText(formatInstant(span.from), now()), momentText(formatInstant(span.to), now()))}
        </p>
      )}
    </OnceDialog>
  );
}
