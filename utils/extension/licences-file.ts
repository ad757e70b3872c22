/** Where the build puts the licences of what it bundles, and the options page finds them: `BundledPackage[]`. */
export const LICENCES_FILE = 'licences.json';
