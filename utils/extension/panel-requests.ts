/** What the panel takes: checked by hand, as a library for two small messages was a fifth of what it loads when it opens. */
import { number, parser, shape } from './checks.ts';
import type { RequestSchemas } from './messages.ts';

export const panelRequests = {
  'tab-changed': parser(shape({ tab: number })),
  'panel-toggled': parser(shape({ window: number, at: number })),
} satisfies RequestSchemas;
