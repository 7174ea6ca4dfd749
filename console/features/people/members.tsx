import { App, Button, Select, Table } from 'antd';
import { type ReactElement, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { momentText } from '../../../words/console/dates';
import { membersWords as words, resetWords } from '../../../words/console/people';
import { API } from '../../api';
import { now } from '../../clock';
import { type Role, ROLES } from '../../../domain/permission';
import type { Member } from '../../net/answers';
import { refusalOf } from '../../net/refusal';
import { may, useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { useSession } from '../../session/session';
import { Failed } from '../../ui/page';
import { RefusalAlert } from '../../ui/refusal-alert';
import { DoorEvents } from './door-events';
import { InviteDialog } from './invite-dialog';
import { OpenInvitations } from './open-invitations';
import { ResetDialog } from './reset-dialog';

export function Members(): ReactElement {
  const organisation = useOrganisation();
  const { id: org } = organisation;
  const manages = may(organisation, 'member:manage');
  const { me } = useSession();
  const list = useAsk(API.members, { params: { org } });
  const { act, busy, refusal } = useAct();
  const { message, modal } = App.useApp();
  const [inviting, setInviting] = useState(false);
  const [resetting, setResetting] = useState<Member | null>(null);
  const members = list.data?.members ?? [];

  async function changeRole({ id, name }: Member, role: Role): Promise<void> {
    const answer = await act(API.changeMember, { params: { org, id }, body: { role } });
    if (answer?.ok === true) void message.success(words.roleChanged(name, consoleWords.roles[role]));
  }

  function remove({ id, name }: Member): void {
    modal.confirm({
      title: words.removeTitle(name),
      content: words.removeText,
      okText: words.remove,
      okButtonProps: { danger: true },
      cancelText: consoleWords.do.cancel,
      onOk: async () => {
        const answer = await act(API.removeMember, { params: { org, id } });
        if (answer?.ok === true) void message.success(words.removed(name));
      },
    });
  }

  const roleCell = (member: Member): ReactElement => {
    if (!manages) return <>{consoleWords.roles[member.role]}</>;
    return (
      <div className="stack stack--tight">
        <Select<Role>
          size="small"
          className="role"
          aria-label={words.roleOf(member.name)}
          value={member.role}
          disabled={busy}
          options={ROLES.map((value) => ({
            value,
            label: consoleWords.roles[value],
            title: consoleWords.roleTexts[value],
          }))}
          onChange={(role) => void changeRole(member, role)}
        />
        {member.role === 'door' ? <DoorEvents member={member} /> : null}
      </div>
    );
  };

  if (list.isError && list.data === undefined) {
    return <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  const { columns } = words;
  return (
    <div className="stack">
      {manages ? (
        <div>
          <Button
            type="primary"
            onClick={() => {
              setInviting(true);
            }}
          >
            {words.invite}
          </Button>
        </div>
      ) : null}
      <RefusalAlert refusal={refusal} />
      <Table<Member>
        className="table"
        rowKey="id"
        size="middle"
        dataSource={members}
        loading={list.isLoading}
        scroll={{ x: 720 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: columns.name,
            key: 'name',
            render: (_, { id, name }) => (
              <>
                {name}
                {id === me?.member.id ? <span className="quiet">{words.me}</span> : null}
              </>
            ),
          },
          { title: columns.login, key: 'login', dataIndex: 'login', width: 150 },
          { title: columns.role, key: 'role', width: 220, render: (_, member) => roleCell(member) },
          {
            title: columns.factor,
            key: 'factor',
            width: 100,
            render: (_, { secondFactor }) =>
              secondFactor ? words.factorOn : <span className="quiet">{words.factorOff}</span>,
          },
          {
            title: columns.seen,
            key: 'seen',
            width: 190,
            className: 'figures',
            render: (_, { lastSeenAt }) =>
              momentText(lastSeenAt, now()) || <span className="quiet">{words.never}</span>,
          },
          ...(manages
            ? [
                {
                  title: columns.acts,
                  key: 'acts',
                  width: 180,
                  render: (_: unknown, member: Member) => (
                    <>
                      {member.id === me?.member.id ? null : (
                        <Button
                          type="link"
                          size="small"
                          aria-label={resetWords.actOf(member.name)}
                          onClick={() => {
                            setResetting(member);
                          }}
                        >
                          {resetWords.act}
                        </Button>
                      )}
                      <Button
                        type="link"
                        size="small"
                        danger
                        aria-label={words.removeOf(member.name)}
                        onClick={() => {
                          remove(member);
                        }}
                      >
                        {words.remove}
                      </Button>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {members.length === 1 ? <p className="quiet">{words.onlyYou}</p> : null}
      {manages ? <OpenInvitations /> : null}
      {resetting === null ? null : (
        <ResetDialog
          member={resetting}
          onClose={() => {
            setResetting(null);
          }}
        />
      )}
      {inviting ? (
        <InviteDialog
          onClose={() => {
            setInviting(false);
          }}
        />
      ) : null}
    </div>
  );
}
