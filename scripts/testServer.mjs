// Prints the address of a PostgreSQL server on this machine on which databases can be made, or nothing.
import pg from 'pg'

const places = ['postgres://127.0.0.1:5432', 'postgres://localhost/?host=/var/run/postgresql', 'postgres://localhost/?host=/tmp']
const databases = ['test', 'postgres', 'root']
const users = [undefined, 'postgres', 'root']

async function mayCreate(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query('select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user')
    return rows[0]?.may === true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function* addresses() {
  for (const place of places)
    for (const database of databases)
      for (const user of users) {
        const url = new URL(place)
        if (user) url.username = user
        url.pathname = `/${database}`
        yield url.href
      }
}

for (const address of addresses())
  if (await mayCreate(address)) {
    console.log(address)
    break
  }
