/** Says quietly that there is something new; the page changes only when the reader wants it. Its place is kept free. */
export function NewsBar({ count, what, onShow }: { count: number; what: string; onShow: () => void }) {
	return (
		<div class="news-bar" role="status">
			{count > 0 && (
				<button type="button" onClick={onShow}>
					{what}
				</button>
			)}
		</div>
	);
}
