// The groups of events and their looks, the same on the map, on lanes and in pictures.

export const GROUPS = ["violence", "territory", "deal", "movement", "other"];

export const GROUP_COLOURS = {
  light: { violence: "#c04a00", territory: "#0072b2", deal: "#007f5f", movement: "#a3497a", other: "#6b7480" },
  dark: { violence: "#f08a45", territory: "#6bb8ee", deal: "#4fc9a0", movement: "#dd93bd", other: "#9aa3ad" },
};

/** The group a mark stands for: unrest looks like violence, what has no looks of its own is `other`. */
export function drawnGroup(group) {
  return group === "unrest" ? "violence" : GROUPS.includes(group) ? group : "other";
}

// Corners of the shapes about a middle, for a size of 1; deals are pills, others are discs.
export const SHAPES = {
  violence: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]],
  territory: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  movement: [[0, -1.1], [1.05, 0.85], [-1.05, 0.85]],
};
