import type { LaunchSettings } from '../launch-options';

/** APIs, and the component, that WeChat asks the person about, with the name of what is asked. */
const scopes: Record<string, { scope: string; caption: string }> = {
  saveImageToPhotosAlbum: { scope: 'scope.writePhotosAlbum', caption: '添加到相册' },
  getLocation: { scope: 'scope.userLocation', caption: '位置信息' },
  getFuzzyLocation: { scope: 'scope.userFuzzyLocation', caption: '大致位置信息' },
  camera: { scope: 'scope.camera', caption: '摄像头' },
  addPhoneCalendar: { scope: 'scope.addPhoneCalendar', caption: '添加到日历' },
};

const key = 'engine:asked';

/** What the person was asked, and has said. */
export class Permissions {
  constructor(private readonly launch: LaunchSettings) {}

  private asked(): string[] {
    const text = localStorage.getItem(key);
    return text === null ? [] : (JSON.parse(text) as string[]);
  }

  noteAsked(api: string): void {
    if (!(api in scopes)) return;
    localStorage.setItem(key, JSON.stringify([...new Set([...this.asked(), api])]));
  }

  isDenied(api: string): boolean {
    return this.launch.denied.includes(api);
  }

  set(api: string, allowed: boolean): void {
    const others = this.launch.denied.filter((each) => each !== api);
    this.launch.denied = allowed ? others : [...others, api];
  }

  apiOf(scope: unknown): string | undefined {
    return Object.keys(scopes).find((api) => scopes[api]?.scope === scope);
  }

  /** As WeChat words it: only what was asked is there. */
  setting(): Record<string, boolean> {
    return Object.fromEntries(this.asked().map((api) => [scopes[api]?.scope ?? api, !this.isDenied(api)]));
  }

  list(): { api: string; caption: string; allowed: boolean }[] {
    return this.asked().map((api) => ({ api, caption: scopes[api]?.caption ?? api, allowed: !this.isDenied(api) }));
  }
}
