import { accessibilityOwnRows } from '../accessibility/index.ts'
import { eventsOwnRows } from '../cycle/events/index.ts'
import { ideasOwnRows } from '../cycle/ideas/index.ts'
import { selectionOwnRows } from '../cycle/selection/index.ts'
import { deskOwnRows } from '../desk/index.ts'
import { followOwnRows } from '../follow/index.ts'
import { forumOwnRows } from '../forum/index.ts'
import { peopleOwnRows } from '../people/index.ts'
import { type OwnRows, platformOwnRows } from '../platform/ownRows.ts'

/** How every table with rows about someone tells whose they are: the parts of all modules. */
export const ownRowsOfAll: readonly OwnRows[] = [
  ...peopleOwnRows,
  ...ideasOwnRows,
  ...eventsOwnRows,
  ...selectionOwnRows,
  ...followOwnRows,
  ...forumOwnRows,
  ...deskOwnRows,
  ...accessibilityOwnRows,
  ...platformOwnRows,
]
