filedesc://a.arc 0.0.0.0 20140216050221 text/plain 68
1 0 Crawler
URL IP-address Archive-date Content-type Archive-length

http://kesh.example/a b 192.0.2.7 20140216050221 text/html 93
HTTP/1.0 200 OK
Content-Type: text/html

<html><p>The bridge at Dovran was hit.</p></html>
