import { Button, Table } from 'antd';
import { type ReactElement, useState } from 'react';
import { displayNameOf } from '../../../domain/region/region-names';
import { belowWords as words, inviteWords } from '../../../words/console/people';
import { API } from '../../api';
import { RegionSelect } from '../../blocks/region-select';
import type { OrganisationBelow } from '../../net/answers';
import { refusalOf } from '../../net/refusal';
import { may, useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { Field } from '../../ui/field';
import { NameField } from '../../ui/name-field';
import { Failed, Nothing } from '../../ui/page';
import { LinkOnce } from './link-once';
import { OnceDialog } from '../../blocks/once-dialog';

function CreateDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { id: org, region: scope } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const [name, setName] = useState('');
  const [region, setRegion] = useState('');
  const [tried, setTried] = useState(false);
  const [token, setToken] = useState<string | null>(null);

  async function create(): Promise<void> {
    setTried(true);
    if (name.trim() === '' || region === '') return;
    const answer = await act(API.createBelow, { params: { org }, body: { name: name.trim(), region } });
    if (answer?.ok !== true) return;
    setToken(answer.value.token);
  }

  return (
    <OnceDialog
      title={words.create}
      submit={words.submit}
      done={inviteWords.done}
      busy={busy}
      refusal={refusal}
      onSubmit={() => void create()}
      onClose={onClose}
      made={
        token === null ? null : (
          <LinkOnce
            path={`invitation/${token}`}
            text={words.ready(name.trim())}
            label={inviteWords.link}
            qr={inviteWords.qr}
          />
        )
      }
    >
      <NameField
        label={words.name}
        value={name}
        most={60}
        required={tried ? words.nameRequired : undefined}
        onChange={setName}
      />
      <Field
        label={words.region}
        hint={words.regionHint}
        problem={tried && region === '' ? words.regionRequired : undefined}
      >
        {(aria) => <RegionSelect aria={aria} scope={scope} value={region} onChange={setRegion} />}
      </Field>
    </OnceDialog>
  );
}

export function Below(): ReactElement {
  const organisation = useOrganisation();
  const list = useAsk(API.below, { params: { org: organisation.id } });
  const [creating, setCreating] = useState(false);
  if (list.isError && list.data === undefined) {
    return <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  return (
    <div className="stack">
      {may(organisation, 'organisation:create') ? (
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
      ) : null}
      <Table<OrganisationBelow>
        className="table"
        rowKey="id"
        size="middle"
        dataSource={list.data?.organisations ?? []}
        loading={list.isLoading}
        locale={{ emptyText: list.data === undefined ? ' ' : <Nothing text={words.empty} /> }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: words.columns.name, key: 'name', dataIndex: 'name' },
          { title: words.columns.region, key: 'region', render: (_, { region }) => displayNameOf(region) ?? region },
          {
            title: words.columns.members,
            key: 'members',
            align: 'right',
            width: 120,
            className: 'figures',
            render: (_, { members }) => (members === 0 ? <span className="quiet">{words.nobody}</span> : members),
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
