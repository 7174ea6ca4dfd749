import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { Scan } from '../../domain/check-in/scan';
import type { QueuedScan } from '../keep/kept';
import { waitingOf } from '../session/model';
import { EVENT } from '../testing/fake-device';
import { giveBrowser, openScreens } from '../testing/fake-page';
import { Attention } from './attention';

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const enter = (n: number): Scan =>
  ({
    ...{ id: idOf(n), event: EVENT.id, kind: 'enter', ticket: 'ABCDEFGH23', seats: 1, at: 0 },
    ...{ offline: true, rehearsal: false },
  }) as unknown as Scan;
const queued = (n: number, refusal: string | null): QueuedScan => ({ id: idOf(n), scan: enter(n), refusal });
const settle = (): Promise<void> => act(() => Promise.resolve());

describe('需处理', () => {
  test('what the server refused stays until somebody has dealt with it, and goes out as a table', async () => {
    giveBrowser();
    const door = await openScreens();
    door.model.setState({ queue: [queued(1, 'not-found'), queued(2, 'some-new-code'), queued(3, null)] });
    const saved: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => {
      saved.push(blob);
      return 'blob:x';
    };
    URL.revokeObjectURL = () => undefined;
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<Attention page={door.page} onClose={() => undefined} />);
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    expect(dialog.getByText('活动不在这台设备的核验范围内')).toBeTruthy();
    expect(dialog.getByText('服务器没有接收')).toBeTruthy();
    fireEvent.click(dialog.getByText('导出'));
    expect(saved).toHaveLength(1);
    const removeFirst = async (): Promise<void> => {
      const [remove] = dialog.getAllByText('已处理，移除');
      if (remove !== undefined) fireEvent.click(remove);
      await settle();
    };
    await removeFirst();
    await removeFirst();
    expect(door.asked).toEqual([`remove ${idOf(1)}`, `remove ${idOf(2)}`]);
    expect(dialog.getByText('没有需要处理的记录。')).toBeTruthy();
    expect(waitingOf(door.model.getState())).toHaveLength(1);
    click.mockRestore();
    cleanup();
  });
});
