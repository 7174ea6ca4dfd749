import { dayFromNow, eventBody } from '../e2e/event-fixture';
import type { TestServer } from '../e2e/test-server';
import { addDays } from '../domain/time/time';

/** Publishes up to `count` events in all, as organisers would, eight at a time. */
export async function publishUpTo(testServer: TestServer, from: number, count: number): Promise<void> {
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      const day = addDays(dayFromNow(1), index % 28);
      const body = eventBody({
        day,
        title: `第 ${index} 场检验检测机构开放日`,
        summary: `第 ${index} 场的介绍，${index * 7919} 号样品怎么检。`,
      });
      const { status } = await testServer.publish('PUT', `events/bench-${index}`, body);
      if (status !== 201) throw new Error(`publishing answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
