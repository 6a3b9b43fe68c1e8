/** Ways to go from here, one beside the other. */
export function ActLinks({ links }: { links: readonly { href: string; text: string }[] }) {
  return (
    <p class="acts">
      {links.map(({ href, text }) => (
        <a key={href} href={href}>
          {text}
        </a>
      ))}
    </p>
  )
}
