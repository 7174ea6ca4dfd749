import { View } from '@tarojs/components';
import { type ReactElement, useCallback, useState } from 'react';
import type { RosterRow } from '../../../domain/roster/roster';
import type { SignUpStatus } from '../../../domain/sign-up/sign-up';
import { dayOf, parseInstant } from '../../../domain/time/time';
import { ROSTER_STATES } from '../../../words/roster';
import { fieldWork } from '../../../words/strings';
import { dayWords } from '../../../words/when';
import { fetchRoster, type RosterPage, type Which } from '../../sync/field-work';
import { Badge } from '../../ui/badge';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/notice';
import { SearchField } from '../../ui/search-field';
import { Tap } from '../../ui/tap';
import { mayEdit, type OwnOrganisation } from './member-gate';
import { MoreButton } from './more-button';
import { NotHere } from './not-here';
import { Person } from './person';
import { useAsked } from './use-asked';
import { useFurther } from './use-further';

const words = fieldWork.roster;
const FILTERS = ['confirmed', 'waitlisted', 'cancelled'] as const satisfies readonly SignUpStatus[];

interface RowProps {
  readonly row: RosterRow;
  /** `null`: who may not open a person. */
  readonly onOpen: (() => void) | null;
}

function PersonRow({ row, onOpen }: RowProps): ReactElement {
  const { name, mobile, seats, state, ticket } = row;
  const inside = (
    <View className="work__person">
      <View>
        <View className="work__title">{name ?? words.gone}</View>
        <View className="work__quiet">
          {[mobile, words.people(seats), ticket === null ? null : words.ticket(ticket)]
            .filter((part) => part !== null)
            .join(' · ')}
        </View>
      </View>
      <Badge text={ROSTER_STATES[state]} tone={state === 'confirmed' ? 'pine' : 'grey'} />
    </View>
  );
  return onOpen === null || name === null ? (
    <View className="work__line">{inside}</View>
  ) : (
    <Tap label={words.openOf(name)} className="work__line" onTap={onOpen}>
      {inside}
    </Tap>
  );
}

function Head({ page: { counts, purgedAt }, now }: { readonly page: RosterPage; readonly now: number }): ReactElement {
  const purged = purgedAt === null ? null : parseInstant(purgedAt);
  return (
    <View className="work__head">
      <View>{words.counts(counts.confirmed, counts.seats, counts.waitlisted)}</View>
      <View className="work__quiet">
        {purged === null ? words.masked : words.purged(dayWords(dayOf(purged), dayOf(now)))}
      </View>
    </View>
  );
}

interface RosterProps {
  readonly organisation: OwnOrganisation;
  readonly id: string;
  /** Epoch ms. */
  readonly now: number;
}

/** Who comes, masked (docs/rules.md, "Rosters", R1): searched and filtered by the server, kept nowhere on the phone. */
export function Roster({ organisation, id, now }: RosterProps): ReactElement {
  const org = organisation.id;
  const [q, setQ] = useState('');
  const [state, setState] = useState<SignUpStatus | null>(null);
  const [opened, setOpened] = useState<RosterRow | null>(null);
  const ask = useCallback(() => fetchRoster({ org, id }, { q, state }), [org, id, q, state]);
  const { asked, again } = useAsked(ask);
  const further = useFurther(
    asked.status === 'here' ? asked.value : null,
    (page) => page.rows,
    (after) => fetchRoster({ org, id }, { q, state, after }),
  );
  if (asked.status !== 'here') return <NotHere status={asked.status} onRetry={again} />;
  const page = asked.value;
  const { rows } = further;
  const which: Which = { org, id };
  return (
    <View className="work">
      <Head page={page} now={now} />
      <SearchField value={q} label={words.search} placeholder={words.search} clearLabel={words.clear} onChange={setQ} />
      <View className="work__chips">
        {FILTERS.map((each) => (
          <Chip
            key={each}
            text={ROSTER_STATES[each]}
            label={ROSTER_STATES[each]}
            on={state === each}
            onTap={() => {
              setState(state === each ? null : each);
            }}
          />
        ))}
      </View>
      {rows.length === 0 ? (
        <EmptyState icon="users" small title={q === '' && state === null ? words.empty : words.emptyFound} />
      ) : (
        <View className="card work__list">
          {rows.map((row) => (
            <PersonRow
              key={row.id}
              row={row}
              onOpen={
                mayEdit(organisation.role)
                  ? () => {
                      setOpened(row);
                    }
                  : null
              }
            />
          ))}
        </View>
      )}
      <MoreButton {...further} />
      {opened === null ? null : (
        <Person
          which={which}
          signUp={opened.id}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </View>
  );
}
