import { App, Button, Checkbox, Table } from 'antd';
import { type ReactElement, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { momentText } from '../../../words/console/dates';
import { tokensWords as words } from '../../../words/console/people';
import { API } from '../../api';
import { now } from '../../clock';
import { TOKEN_SCOPES } from '../../../domain/permission';
import type { ApiToken } from '../../net/answers';
import { refusalOf } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { CopyText } from '../../ui/copy-text';
import { Field } from '../../ui/field';
import { NameField } from '../../ui/name-field';
import { Failed, Nothing } from '../../ui/page';
import { RefusalAlert } from '../../ui/refusal-alert';
import { OnceDialog } from '../../blocks/once-dialog';

type Scope = (typeof TOKEN_SCOPES)[number];

function CreateDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['publish']);
  const [tried, setTried] = useState(false);
  const [token, setToken] = useState<string | null>(null);

  async function create(): Promise<void> {
    setTried(true);
    if (name.trim() === '' || scopes.length === 0) return;
    const answer = await act(API.createToken, { params: { org }, body: { name: name.trim(), scopes } });
    if (answer?.ok === true) setToken(answer.value.token);
  }

  return (
    <OnceDialog
      title={words.create}
      submit={words.create}
      done={words.done}
      busy={busy}
      refusal={refusal}
      onSubmit={() => void create()}
      onClose={onClose}
      made={
        token === null ? null : (
          <>
            <p>{words.ready}</p>
            <CopyText text={token} label={words.token} />
          </>
        )
      }
    >
      <NameField
        label={words.name}
        hint={words.nameHint}
        value={name}
        most={40}
        required={tried ? words.nameRequired : undefined}
        onChange={setName}
      />
      <Field label={words.scopesLabel} problem={tried && scopes.length === 0 ? words.scopesRequired : undefined} group>
        {() => (
          <Checkbox.Group
            value={[...scopes]}
            options={TOKEN_SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
            onChange={(chosen) => {
              setScopes(TOKEN_SCOPES.filter((each) => chosen.includes(each)));
            }}
          />
        )}
      </Field>
    </OnceDialog>
  );
}

export function Tokens(): ReactElement {
  const { id: org } = useOrganisation();
  const list = useAsk(API.tokens, { params: { org } });
  const { act, refusal } = useAct();
  const { message, modal } = App.useApp();
  const [creating, setCreating] = useState(false);
  if (list.isError && list.data === undefined) {
    return <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />;
  }

  function revoke({ id, name }: ApiToken): void {
    modal.confirm({
      title: words.revokeTitle(name),
      content: words.revokeText,
      okText: words.revoke,
      okButtonProps: { danger: true },
      cancelText: consoleWords.do.cancel,
      onOk: async () => {
        const answer = await act(API.revokeToken, { params: { org, id } });
        if (answer?.ok === true) void message.success(words.revoked);
      },
    });
  }
  const { columns } = words;
  return (
    <div className="stack">
      <p className="quiet">{words.lead}</p>
      <div>
        <Button
          type="primary"
          onClick={() => {
            setCreating(true);
          }}
        >
          {words.create}
        </Button>
      </div>
      <RefusalAlert refusal={refusal} />
      <Table<ApiToken>
        className="table"
        rowKey="id"
        size="middle"
        dataSource={list.data?.tokens ?? []}
        loading={list.isLoading}
        scroll={{ x: 720 }}
        locale={{ emptyText: list.data === undefined ? ' ' : <Nothing text={words.empty} /> }}
        pagination={false}
        columns={[
          { title: columns.name, key: 'name', dataIndex: 'name' },
          {
            title: columns.scopes,
            key: 'scopes',
            render: (_, { scopes }) => scopes.map((scope) => words.scopes[scope]).join('、'),
          },
          {
            title: columns.created,
            key: 'created',
            className: 'figures',
            render: (_, { createdAt }) => momentText(createdAt, now()),
          },
          {
            title: columns.used,
            key: 'used',
            className: 'figures',
            render: (_, { lastUsedAt }) =>
              momentText(lastUsedAt, now()) || <span className="quiet">{words.never}</span>,
          },
          {
            title: columns.acts,
            key: 'acts',
            width: 90,
            render: (_, token) => (
              <Button
                type="link"
                size="small"
                danger
                aria-label={words.revokeOf(token.name)}
                onClick={() => {
                  revoke(token);
                }}
              >
                {words.revoke}
              </Button>
            ),
          },
        ]}
      />
      {creating ? (
        <CreateDialog
          onClose={() => {
            setCreating(false);
          }}
        />
      ) : null}
    </div>
  );
}
