import type { template } from 'glass-easel';
import { MiniProgramEnv, type AssociatedBackend, type CodeSpace, type Root } from 'glass-easel-miniprogram-adapter';
import { builtinTags } from '../builtin';
import type { Manifest } from '../manifest';
import type { MiniProgramBackend } from './backend';

export type TemplateGroup = NonNullable<template.ComponentTemplate['groupList']>;
export type ComponentGlobals = Parameters<Parameters<CodeSpace['componentEnv']>[1]>[0];

const resolveComponent = (from: string, target: string): string => {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};

/** Where pages and components are registered with the component engine, and made. */
export class Components {
  private readonly space: CodeSpace;
  private readonly backend: AssociatedBackend;
  private readonly prepared = new Set<string>();

  constructor(
    backend: MiniProgramBackend,
    private readonly manifest: Manifest,
    templates: TemplateGroup,
    private readonly runModule: (path: string) => unknown,
  ) {
    const env = new MiniProgramEnv();
    this.backend = env.associateBackend(backend);
    this.space = env.createCodeSpace('', true);
    for (const tag of builtinTags) this.space.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`);
    const registry: { addComponentStaticConfig(path: string, config: object): void } = this.space;
    for (const [path, config] of Object.entries(manifest.configs)) {
      const usingComponents = { ...manifest.app.usingComponents, ...config.usingComponents };
      // Styles are scoped by the compiler: here only what the engine needs to name classes alike.
      registry.addComponentStaticConfig(path, { ...config, usingComponents });
      this.space.addStyleSheet(path, undefined, manifest.scopes[path]);
      const content = templates[path];
      if (content) {
        // Taro's templates write `bindtap`, which the engine takes for an attribute unless told otherwise.
        this.space.addCompiledTemplate(path, { groupList: templates, content, fallbackListenerOnNativeNode: true });
      }
    }
    this.keepIds();
  }

  /** The adapter keeps ids out of the DOM, which would hide `#id` from style sheets and from tests. */
  private keepIds(): void {
    const space = this.space as unknown as {
      prepareComponentOptions: (is: string, options: unknown) => [object, string];
    };
    const prepare = space.prepareComponentOptions.bind(space);
    space.prepareComponentOptions = (is, options) => {
      const [prepared, isolation] = prepare(is, options);
      return [{ ...prepared, writeIdToDOM: true, idPrefixGenerator: null }, isolation];
    };
  }

  globalsFor(path: string): ComponentGlobals {
    return this.space.componentEnv(path, (globals) => globals);
  }

  /** Runs the module of a page or component, those it uses first. */
  prepare(path: string): void {
    if (this.prepared.has(path)) return;
    this.prepared.add(path);
    const config = this.manifest.configs[path] ?? {};
    for (const target of Object.values({ ...this.manifest.app.usingComponents, ...config.usingComponents })) {
      const used = resolveComponent(path, target);
      if (used in this.manifest.configs) this.prepare(used);
    }
    this.runModule(`${path}.js`);
  }

  create(path: string): Root {
    return this.backend.createRoot('wx-page', this.space, path);
  }
}
