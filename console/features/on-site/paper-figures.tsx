/** Numbers that were written down at the door, entered once the event has begun. */
import { App, Button, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import type { LiveScans } from '../../../domain/check-in/live';
import { formatInstant, parseInstant } from '../../../domain/time/time';
import { onSiteWords } from '../../../words/console/on-site';
import { DOOR_API } from '../../api-door';
import { now } from '../../clock';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';

const words = onSiteWords.paper;
const MOST = 100_000;

export function PaperFigures({ live }: { readonly live: LiveScans }): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const [count, setCount] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  // The same id until it is taken: a second tap after a lost answer enters nothing twice.
  const [id, setId] = useState<string>(() => crypto.randomUUID());
  const { event } = live;
  const isEarly = (parseInstant(event.startsAt) ?? 0) > now();

  async function enter(): Promise<void> {
    setTried(true);
    if (count === null) return;
    const at = formatInstant(now());
    const scan = { id, event: event.id, kind: 'paper', seats: count, at, offline: false };
    const answer = await act(DOOR_API.enterScans, { params: { org, id: event.id }, body: { scans: [scan] } });
    if (answer?.ok !== true) return;
    setCount(null);
    setTried(false);
    setId(crypto.randomUUID());
    void message.success(words.done);
  }

  return (
    <section className="card stack stack--tight" aria-label={words.title}>
      <h2 className="card__title">{words.title}</h2>
      <p className="quiet">{isEarly ? words.early : words.text}</p>
      <RefusalAlert refusal={refusal} />
      {isEarly ? null : (
        <>
          <Field
            label={words.count}
            hint={words.countHint}
            problem={tried && count === null ? words.countRequired : undefined}
          >
            {(aria) => <InputNumber {...aria} min={0} max={MOST} precision={0} value={count} onChange={setCount} />}
          </Field>
          <div>
            <Button loading={busy} onClick={() => void enter()}>
              {words.submit}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
