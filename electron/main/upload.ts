import { SAFE_HEADERS } from '../host/server/headers'
import { TOKEN_HEADER } from '../host/server/upload'

type Take = (token: string, bytes: Uint8Array) => Promise<{ readonly status: number; readonly body: string }>

/** `POST app://bundle/file`: a session file that was dropped on the window; `/blob`: a picture for a card. */
export const answerUpload = async (
  request: Request,
  takers: { readonly file: Take; readonly blob: Take },
): Promise<Response> => {
  const take = new URL(request.url).pathname === '/blob' ? takers.blob : takers.file
  const { status, body } = await take(
    request.headers.get(TOKEN_HEADER) ?? '',
    new Uint8Array(await request.arrayBuffer()),
  )
  return new Response(body, { status, headers: { ...SAFE_HEADERS, 'Content-Type': 'application/json; charset=utf-8' } })
}
