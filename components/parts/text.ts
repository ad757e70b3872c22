/** For texts of the pack that begin a line: "own count" as "Own count". */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
