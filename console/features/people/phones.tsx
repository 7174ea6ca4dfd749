import { App, Button, Modal } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { bindingLink } from '../../../domain/organisation/binding-link';
import { momentText } from '../../../words/console/dates';
import { inviteWords, mineWords as words } from '../../../words/console/people';
import { API } from '../../api';
import { now } from '../../clock';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { Loading } from '../../ui/page';
import { QrPicture } from '../../ui/qr-picture';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';

interface Binding {
  readonly code: string;
  readonly number: string;
  readonly expiresAt: string;
}

function BindDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  useReturnFocus();
  const { act, refusal } = useAct();
  const [binding, setBinding] = useState<Binding | null>(null);
  useEffect(() => {
    void act(API.startPhone).then((answer) => {
      if (answer?.ok === true) setBinding(answer.value);
    });
  }, [act]);
  return (
    <Modal
      open
      title={words.bindPhone}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {inviteWords.done}
        </Button>
      }
    >
      <RefusalAlert refusal={refusal} />
      {binding === null ? (
        refusal === null ? (
          <Loading />
        ) : null
      ) : (
        <div className="stack">
          <p>{words.phoneScan}</p>
          <div className="factor">
            {/* A browser opens it; the mini-program's scanner takes the code from it. */}
            <QrPicture text={bindingLink(location.origin, binding.code)} label={words.phoneQr} />
          </div>
          <p className="factor">
            {words.phoneNumber} <strong className="numeral">{binding.number}</strong>
          </p>
          <p className="quiet factor">{words.phoneExpires(momentText(binding.expiresAt, now()))}</p>
        </div>
      )}
    </Modal>
  );
}

export function Phones(): ReactElement {
  const list = useAsk(API.phones);
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const [binding, setBinding] = useState(false);
  const phones = list.data?.phones ?? [];

  async function remove(id: string): Promise<void> {
    const answer = await act(API.removePhone, { params: { id } });
    if (answer?.ok === true) void message.success(words.phoneRemoved);
  }

  return (
    <section className="card stack stack--tight" aria-label={words.phones}>
      <h2 className="card__title">{words.phones}</h2>
      <p className="quiet">{words.phonesText}</p>
      <RefusalAlert refusal={refusal} />
      {list.isSuccess && phones.length === 0 ? <p>{words.phonesEmpty}</p> : null}
      <ul className="lines">
        {phones.map(({ id, name, boundAt }) => (
          <li key={id} className="lines__line lines__line--row">
            <span>
              {name} <span className="quiet">{words.phoneBound(momentText(boundAt, now()))}</span>
            </span>
            <Button
              size="small"
              danger
              loading={busy}
              aria-label={words.removePhoneOf(name)}
              onClick={() => void remove(id)}
            >
              {words.removePhone}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button
          onClick={() => {
            setBinding(true);
          }}
        >
          {words.bindPhone}
        </Button>
      </div>
      {binding ? (
        <BindDialog
          onClose={() => {
            setBinding(false);
            void list.refetch();
          }}
        />
      ) : null}
    </section>
  );
}
