/** Figures of an organisation and of those below it, as of a time (F1). */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FIGURES } from '../../domain/api/figures';
import { figuresContract } from '../../domain/api/contract/figures';
import { addressOf } from '../../domain/api/endpoint';
import { displayNameOf } from '../../domain/region/region-names';
import { formatExactInstant, formatInstant } from '../../domain/time/time';
import { figuresFile, GROUPING_NAMES } from '../../words/figures';
import { actorOf, principalOf } from '../access/principal';
import { recordAct } from '../audit/record';
import type { CampaignRegistry, Head } from '../campaigns/registry';
import type { Db } from '../db/database';
import { addRoute } from '../http/add-route';
import { sendProblem } from '../http/errors';
import { mapInSteps } from '../http/in-steps';
import { sendFile } from '../http/send-file';
import { readOwner } from '../imports/facts';
import { runInWorker } from '../spreadsheets/run-in-worker';
import { readFigureEvents, readFigures } from './read-figures';

export interface FiguresDeps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  readonly now: () => number;
}

interface Asked {
  readonly campaign?: string | undefined;
  readonly asOf?: number | undefined;
}

const nameOfCampaign = ({ summary: { id, year, theme } }: Pick<Head, 'summary'>) => ({ id, year, theme });

export function figureRoutes(app: FastifyInstance, { db, registry, now }: FiguresDeps): void {
  /** Figures of a time to come would not stay what they are. */
  function scopeOf(request: Pick<FastifyRequest, 'principal'>, { campaign, asOf = now() }: Asked) {
    const head = campaign === undefined ? registry.current() : registry.get(campaign);
    if (!head) return { ok: false, code: 'unknown-campaign' } as const;
    if (asOf > now()) return { ok: false, code: 'in-future' } as const;
    const scope = { organisation: principalOf(request).organisation, campaignId: head.summary.id, asOf };
    return { ok: true, head, scope } as const;
  }
  const refuse = (code: 'unknown-campaign' | 'in-future') =>
    [code, [{ path: code === 'in-future' ? 'asOf' : 'campaign', code }]] as const;

  addRoute(app, figuresContract.figures, async (request, reply) => {
    const { by, format = 'json' } = request.query;
    const asked = scopeOf(request, request.query);
    if (!asked.ok) return sendProblem(reply, ...refuse(asked.code));
    const { head, scope } = asked;
    const { organisation, campaignId } = scope;
    const asOf = formatExactInstant(scope.asOf);
    const { total, rows } = await readFigures(db, scope, by);
    if (format === 'xlsx') {
      const owner = await readOwner(db, organisation.id);
      const year = `${head.summary.year} 年质量月`;
      const heading = figuresFile.heading(owner?.name ?? '', year, GROUPING_NAMES[by], asOf);
      await db.transaction((tx) =>
        recordAct(tx, now(), actorOf(request), {
          ...{ act: 'figures-exported', object: { kind: 'figures', id: campaignId }, fields: [by] },
          organisationId: organisation.id,
        }),
      );
      const made = await runInWorker('figures', { heading, by: GROUPING_NAMES[by], rows, total });
      return made.ok ? sendFile(reply, made.output, 'figures.xlsx') : sendProblem(reply, 'unavailable');
    }
    const listOf = (key: string): string =>
      addressOf(FIGURES.figureEvents, { org: organisation.id }, { campaign: campaignId, by, key, asOf });
    return reply.header('cache-control', 'no-store').send({
      campaign: nameOfCampaign(head),
      ...{ by, asOf, total },
      rows: await mapInSteps(rows, (row) => ({ ...row, list: listOf(row.key) })),
    });
  });

  addRoute(app, figuresContract.figureEvents, async (request, reply) => {
    const { by, key, after = 0 } = request.query;
    const asked = scopeOf(request, request.query);
    if (!asked.ok) return sendProblem(reply, ...refuse(asked.code));
    const found = await readFigureEvents(db, asked.scope, { by, key, after });
    if (!found) return sendProblem(reply, 'not-found');
    return reply.header('cache-control', 'no-store').send({
      ...{ by, key: key ?? '', name: found.name, asOf: formatExactInstant(asked.scope.asOf), total: found.total },
      events: found.events.map(({ startsAt, endsAt, region, ...event }) => ({
        ...event,
        ...{ region, regionName: displayNameOf(region) ?? region },
        ...{ startsAt: formatInstant(startsAt), endsAt: formatInstant(endsAt) },
      })),
      next: found.next === null ? null : String(found.next),
    });
  });
}
