import path from 'node:path';
import { ariaComponents } from './aria-attributes';

/** What of Taro's plugin API this needs; `@tarojs/service` does not type `onSetupClose`. */
interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void;
}
interface Platform {
  runtimePath: string | string[];
  template?: { mergeComponents(ctx: PluginContext, components: typeof ariaComponents): void };
}

/**
 * Lets the mini-program's templates carry WeChat's `aria-*` attributes, which Taro 4.2's leave out:
 * without it a screen reader meets unnamed boxes. Build time writes the templates, the runtime fills them.
 */
export default function aria(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, ariaComponents);
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'aria-runtime.ts')].flat();
    },
  });
}
