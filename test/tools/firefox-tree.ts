/** Firefox's accessibility tree, as it is asked for in the browser's own window. */

/** Its names of roles, where ARIA's differ. */
const ROLES = {
  pushbutton: 'button',
  'toggle button': 'button',
  statusbar: 'status',
  'text leaf': 'text',
  pagetab: 'tab',
  pagetablist: 'tablist',
  propertypage: 'tabpanel',
  graphic: 'image',
  grouping: 'group',
  entry: 'textbox',
  radiobutton: 'radio',
  checkbutton: 'checkbox',
};

/**
 * Code that answers with what stands under the first node of a role in one of the window's browsers, from top to bottom (`Spoken[]`,
 * empty while there is none). The first to ask switches the service on: the tree of what was open before comes a moment later.
 */
export const treeIn = (browser: string, role: 'dialog' | 'document'): string => `
  // Switched off again once nobody holds it.
  window.heldForTests ??= Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const service = window.heldForTests;
  const states = Ci.nsIAccessibleStates;
  const roles = ${JSON.stringify(ROLES)};
  const roleOf = (node) => { const role = service.getStringRole(node.role); return roles[role] ?? role; };
  const under = (node) => Array.from({ length: node.childCount }, (_, at) => node.getChildAt(at));
  const find = (node) => {
    if (roleOf(node) === '${role}') return node;
    for (const child of under(node)) { const found = find(child); if (found) return found; }
    return null;
  };
  const spoken = (node, depth) => {
    const state = {};
    node.getState(state, {});
    const has = (one) => Boolean(state.value & one);
    const on = has(states.STATE_CHECKED) || has(states.STATE_PRESSED);
    const own = { role: roleOf(node), name: node.name ?? '', focused: has(states.STATE_FOCUSED), on, depth };
    return [own, ...under(node).flatMap((child) => spoken(child, depth + 1))];
  };
  const browser = ${browser};
  const outer = browser && service.getAccessibleFor(browser);
  const found = outer && find(outer);
  return found ? spoken(found, 0) : [];`;
