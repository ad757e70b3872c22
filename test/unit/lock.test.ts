import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeLock, type LockFile } from '../tools/complete-lock.ts';

describe('package-lock.json', () => {
  it('names the binaries of every platform, or npm ci refuses it (npm run lock)', () => {
    const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as LockFile;
    expect(Object.keys(lock.packages)).toEqual(expect.arrayContaining(Object.keys(completeLock(lock).packages)));
  });

  it('is completed with version and platform, and otherwise left alone', () => {
    const tool = {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@t/linux-x64-musl': '2.0.0', '@t/linux-x64': '2.0.0', fast: '^1.0.0' },
    };
    const lock = {
      packages: {
        '': {},
        'node_modules/tool': tool,
        'node_modules/tool/node_modules/@t/linux-x64': { version: '2.0.0' },
      },
    };
    expect(completeLock(lock).packages).toEqual({
      ...lock.packages,
      'node_modules/@t/linux-x64-musl': {
        version: '2.0.0',
        dev: true,
        optional: true,
        cpu: ['x64'],
        libc: ['musl'],
        os: ['linux'],
      },
    });
  });
});
