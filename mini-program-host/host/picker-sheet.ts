import type { Dialogs } from './dialogs';
import type { PickerRequest } from './elements/picker';

/** A picker's columns as lists to tap: a wheel that spins would be the same choice, only harder to make. */
export function openPickerSheet(dialogs: Dialogs, request: PickerRequest): void {
  const chosen = [...request.chosen];
  const box = document.createElement('div');
  box.className = 'e-picker';
  const draw = (): void => {
    const columns = request.columns(chosen);
    box.replaceChildren(
      ...columns.map((captions, column) => {
        chosen[column] = Math.min(chosen[column] ?? 0, Math.max(0, captions.length - 1));
        return drawColumn(captions, column);
      }),
    );
    for (const list of Array.from(box.children)) {
      list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }
  };
  const drawColumn = (captions: string[], column: number): HTMLElement => {
    const list = document.createElement('div');
    list.className = 'e-column';
    list.setAttribute('role', 'listbox');
    list.append(
      ...captions.map((caption, value) => {
        const option = document.createElement('div');
        option.textContent = caption;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', String(chosen[column] === value));
        option.addEventListener('click', () => {
          if (chosen[column] === value) return;
          chosen[column] = value;
          chosen.fill(0, column + 1);
          request.moved(column, value);
          // The app may answer with other lists; they are set by the time the next frame is drawn.
          requestAnimationFrame(draw);
        });
        return option;
      }),
    );
    return list;
  };
  const cancel = { caption: '取消', result: { chosen: false } };
  const confirm = { caption: '确定', result: { chosen: true } };
  const closed = dialogs.showSheet(request.title, box, [cancel, confirm]);
  draw();
  void closed.then((result) => {
    request.done(result === confirm.result ? chosen : undefined);
  });
}
