import { SAFE_HEADERS } from '../host/server/headers'
import { TOKEN_HEADER } from '../host/server/upload'

type Take = (token: string, bytes: Uint8Array) => Promise<{ readonly status: number; readonly body: string }>

/** `POST app://bundle/file`: a session file that was dropped on the window. */
export const answerUpload = async (request: Request, take: Take): Promise<Response> => {
  const { status, body } = await take(
    request.headers.get(TOKEN_HEADER) ?? '',
    new Uint8Array(await request.arrayBuffer()),
  )
  return new Response(body, { status, headers: { ...SAFE_HEADERS, 'Content-Type': 'application/json; charset=utf-8' } })
}
