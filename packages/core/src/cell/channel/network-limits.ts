/** Requests of one cell that may be open; a guest lets further ones wait. */
export const REQUEST_LIMIT = 32;

/** WebSockets of one cell that may be open. */
export const SOCKET_LIMIT = 4;

/** Bytes of the body of one request. */
export const REQUEST_BODY_BYTES = 1024 * 1024;

/** Pieces of a body that either side may send ahead of the other's reading, and bytes of one piece. */
export const BODY_WINDOW = 4;
export const BODY_PIECE_BYTES = 64 * 1024;

/** Bytes of one message of a socket. */
export const SOCKET_MESSAGE_BYTES = 1024 * 1024;

/** Messages that the host may send ahead of the plugin's handling, and that the plugin may send ahead of the host's sending. */
export const SOCKET_WINDOW = 32;
export const SOCKET_SEND_WINDOW = 16;

/** Bytes that may wait in a cell to be sent by one socket. */
export const SOCKET_WAITING_BYTES = 4 * 1024 * 1024;

/** Characters of the reason with which a socket is closed; as many bytes at most. */
export const CLOSE_REASON_BYTES = 123;

/** Characters of an address, headers of one request, characters of all of them. */
export const URL_LENGTH = 16 * 1024;
export const HEADER_LIMIT = 100;
export const HEADERS_LENGTH = 64 * 1024;

/** Subprotocols that a socket may ask for, and characters of one. */
export const SUBPROTOCOL_LIMIT = 8;
export const SUBPROTOCOL_LENGTH = 128;
