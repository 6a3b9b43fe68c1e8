import type { Rankings } from './rankings.ts'
import type { Standing } from './stv.ts'

/** Papers that have come the same way: through these elected options, in this order, so that each is worth the same. */
type Node = {
  /** The elected option that the papers came through last; -1 before any. */
  option: number
  /** The votes of all papers that came here, also of those that went further. */
  papers: number
  next: Map<number, Node>
  /** Papers that stay here with an option that continues: it keeps all they are worth. */
  stay: Map<number, { papers: number; which: number[] }>
}

/** The tree as flat lists for one round: parents stand before their children. */
export type FlatTree = {
  /** Of each node: its parent, the elected option that keeps a part, and how many papers come. */
  parents: number[]
  options: number[]
  papers: number[]
  /** Of each stay: the node, the option, and how many papers. */
  stayAt: number[]
  stayWith: number[]
  stayPapers: number[]
}

const node = (option: number): Node => ({ option, papers: 0, next: new Map(), stay: new Map() })

/**
 * Meek's rule distributes every paper anew in each iteration. Papers that passed through the same elected options in the
 * same order and then reach the same continuing option are always worth the same; this tree holds them together, so that an
 * iteration takes as long as there are such ways, however many papers there are.
 */
export class BallotTree {
  private readonly root = node(-1)
  private readonly at: Uint32Array
  private readonly rankings: Rankings
  private readonly standing: readonly Standing[]

  constructor(rankings: Rankings, standing: readonly Standing[]) {
    this.rankings = rankings
    this.standing = standing
    this.at = rankings.starts.slice(0, -1)
    this.root.papers = rankings.votes
    for (let paper = 0; paper < this.at.length; paper += 1) this.place(paper, this.root)
  }

  /** Moves the papers that stay with this option on, now that it is elected or excluded. */
  release(option: number): void {
    const nodes = [this.root]
    for (let at = nodes.pop(); at; at = nodes.pop()) {
      nodes.push(...at.next.values())
      const stay = at.stay.get(option)
      if (!stay) continue
      at.stay.delete(option)
      for (const paper of stay.which) this.place(paper, at)
    }
  }

  flat(): FlatTree {
    const tree: FlatTree = { parents: [], options: [], papers: [], stayAt: [], stayWith: [], stayPapers: [] }
    const add = (from: Node, parent: number): void => {
      const index = tree.parents.push(parent) - 1
      tree.options.push(from.option)
      tree.papers.push(from.papers)
      for (const [option, { papers }] of from.stay) {
        tree.stayAt.push(index)
        tree.stayWith.push(option)
        tree.stayPapers.push(papers)
      }
      for (const next of from.next.values()) add(next, index)
    }
    add(this.root, -1)
    return tree
  }

  /** Takes a paper from this node to the next option on it that continues, through those that are elected. */
  private place(paper: number, from: Node): void {
    const { starts, options, weights } = this.rankings
    const end = starts[paper + 1] as number
    const papers = weights[paper] as number
    let here = from
    for (let at = this.at[paper] as number; at < end; at += 1) {
      const option = options[at] as number
      if (this.standing[option] === 'excluded') continue
      if (this.standing[option] === 'continuing') {
        this.at[paper] = at
        const stay = here.stay.get(option)
        if (stay) {
          stay.papers += papers
          stay.which.push(paper)
        } else here.stay.set(option, { papers, which: [paper] })
        return
      }
      let next = here.next.get(option)
      if (!next) {
        next = node(option)
        here.next.set(option, next)
      }
      next.papers += papers
      here = next
    }
  }
}
