/** What the browser warns of at install: nothing. Sites are granted afterwards (test/e2e/pages.e2e.test.ts). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inBrowsers } from '../e2e/tools.ts';
import { builtExtension } from '../tools/extension.ts';

interface Management {
  getPermissionWarningsByManifest(manifest: string): Promise<string[]>;
}

// Firefox has no such question; its manifest asks for the same permissions (test/e2e/built.e2e.test.ts).
inBrowsers('permissions', { only: ['chrome'] }, (bench) => {
  it('are given without a warning', async () => {
    const manifest = readFileSync(join(builtExtension('chrome'), 'manifest.json'), 'utf8');
    const warnings = (text: string) =>
      bench.extension.inExtension((json) => {
        const { chrome } = globalThis as unknown as { chrome: { management: Management } };
        return chrome.management.getPermissionWarningsByManifest(json);
      }, text);
    expect(await warnings(manifest)).toEqual([]);
    // The same question about a manifest that asks for pages is answered by a warning.
    const greedy = JSON.stringify({ ...JSON.parse(manifest), host_permissions: ['https://*/*'] });
    expect((await warnings(greedy)).join()).toMatch(/read and change/i);
  });
});
