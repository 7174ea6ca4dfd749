/** Prometheus' view of the server: counts and times by route, never by person, address or query. */
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { OPERATIONS } from '../domain/api/operations';
import type { FeedDeps } from './feed/routes';
import { addHiddenRoute } from './http/add-route';
import { ANSWERED_ALWAYS } from './http/shed-load';

const SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

function watchFeed(registers: Registry[], { registry, cache, texts, counts }: FeedDeps): void {
  new Counter({
    name: 'feed_answers_total',
    help: 'Answers of the feed: ready from memory, not modified, or made for this request',
    labelNames: ['from'],
    registers,
    collect() {
      this.reset();
      this.inc({ from: 'memory' }, counts.hit);
      this.inc({ from: 'not-modified' }, counts.notModified);
      this.inc({ from: 'made' }, counts.made);
    },
  });
  new Gauge({
    name: 'feed_pages',
    help: 'Pages kept in memory',
    registers,
    collect() {
      this.set(cache.size.pages);
    },
  });
  new Gauge({
    name: 'feed_pages_bytes',
    help: 'Their size',
    registers,
    collect() {
      this.set(cache.size.bytes);
    },
  });
  new Gauge({
    name: 'feed_texts',
    help: 'Events whose content is in memory for deltas',
    registers,
    collect() {
      this.set(texts.size.events);
    },
  });
  new Gauge({
    name: 'feed_texts_bytes',
    help: 'Their size',
    registers,
    collect() {
      this.set(texts.size.bytes);
    },
  });
  new Gauge({
    name: 'campaign_rev',
    help: 'The last revision that this process knows of',
    labelNames: ['campaign'],
    registers,
    collect() {
      this.reset();
      for (const { summary, rev } of registry.list()) this.set({ campaign: summary.id }, rev);
    },
  });
}

/** Registers `/metrics`, and counts every request that reaches the framework. */
export function metricsRoutes(app: FastifyInstance, feed: FeedDeps): void {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  watchFeed(registers, feed);
  const times = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route; the feed from memory is in feed_answers_total only',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  app.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
    times.observe(labels, reply.elapsedTime / 1000);
    done();
  });
  addHiddenRoute(
    app,
    OPERATIONS.metrics,
    async (_request, reply) => reply.header('content-type', registry.contentType).send(await registry.metrics()),
    ANSWERED_ALWAYS,
  );
}
