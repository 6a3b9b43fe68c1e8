// Two peers that answer with the very bytes of a page: `bare`, a node:http server that does nothing else, and
// `static`, a plain server of static files. Prints its port.
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'

/** The bytes to answer with and their headers, as a file beside the page holds them. */
export type Peer = { kind: 'bare' | 'static'; folder: string }

const { kind, folder } = JSON.parse(process.argv[2] ?? '') as Peer
const headers = JSON.parse(readFileSync(`${folder}/headers.json`, 'utf8')) as Record<string, string>
const body = readFileSync(`${folder}/public/page.html`)

const bare: RequestListener = (_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
}
const files = sirv(`${folder}/public`, { etag: true })
const server = createServer(kind === 'bare' ? bare : (request, response) => files(request, response))
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
